package graph

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// canonical writes a property value in one way, with the keys of maps sorted:
// equal values give equal texts, whether they come from Go or from the server.
func canonical(v any) string {
	var b strings.Builder
	writeCanonical(&b, v)
	return b.String()
}

func writeCanonical(b *strings.Builder, v any) {
	switch v := v.(type) {
	case nil:
		b.WriteString("null")
	case string:
		b.WriteString(strconv.Quote(v))
	case bool:
		b.WriteString(strconv.FormatBool(v))
	case int:
		b.WriteString(strconv.Itoa(v))
	case int64:
		b.WriteString(strconv.FormatInt(v, 10))
	case float64:
		b.WriteString(strconv.FormatFloat(v, 'g', -1, 64) + "f")
	case []string:
		b.WriteString("[")
		for _, s := range v {
			b.WriteString(strconv.Quote(s) + ",")
		}
		b.WriteString("]")
	case []any:
		b.WriteString("[")
		for _, x := range v {
			writeCanonical(b, x)
			b.WriteString(",")
		}
		b.WriteString("]")
	case map[string]any:
		b.WriteString("{")
		for _, k := range slices.Sorted(maps.Keys(v)) {
			b.WriteString(strconv.Quote(k) + ":")
			writeCanonical(b, v[k])
			b.WriteString(",")
		}
		b.WriteString("}")
	case dbtype.Date:
		b.WriteString(v.Time().Format(time.DateOnly))
	case time.Time:
		b.WriteString(v.UTC().Format(time.RFC3339Nano))
	default:
		fmt.Fprintf(b, "%T %v", v, v)
	}
}
