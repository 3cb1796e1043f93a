"""An article as the rules for relations and figures read it: sentences with each mention folded into one sign."""
