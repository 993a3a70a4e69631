package main

import "strings"

// nearest returns the name with the smallest edit distance to the word, ""
// if none is near: at most a third of the word may differ.
func nearest(word string, names []string) string {
	best, bestDist := "", len([]rune(word))/3+1
	for _, n := range names {
		d := editDistance(strings.ToLower(word), strings.ToLower(n))
		if strings.HasPrefix(strings.ToLower(n), strings.ToLower(word)) {
			d = min(d, 1)
		}
		if d < bestDist || d == bestDist && best == "" {
			best, bestDist = n, d
		}
	}
	return best
}

// editDistance is the Levenshtein distance in characters.
func editDistance(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	row := make([]int, len(rb)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range ra {
		prev := row[0]
		row[0] = i + 1
		for j, y := range rb {
			cost := 1
			if x == y {
				cost = 0
			}
			prev, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, prev+cost)
		}
	}
	return row[len(rb)]
}
