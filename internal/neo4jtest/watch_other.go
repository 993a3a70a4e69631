//go:build !unix

package neo4jtest

// watch does nothing where the server is not started with Java.
func watch(string) (disarm func()) { return func() {} }
