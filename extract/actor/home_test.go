package actor

import "testing"

func TestDomainCountry(t *testing.T) {
	r := mustResolver(t)
	for host, want := range map[string]string{
		"www.example.co.nz": "NZL", "example.ca": "CAN", "example.co.uk": "GBR", "example.com": "", "example.tv": "", "ca": "", "": "", "example.xx": "",
	} {
		if got := r.domainCountry(host); got != want {
			t.Errorf("domainCountry(%q) = %q, want %q", host, got, want)
		}
	}
}
