package attribution

import "math"

// hundredths is a weight in whole hundredths, as it is written, so that the order
// in which weights are added up does not matter.
func hundredths(weight float64) int16 {
	return int16(max(-math.MaxInt16, min(math.MaxInt16, math.Round(100*weight))))
}
