"""What the cues around and inside a quotation weigh for and against its being the name of an initiative."""

# A quotation is a name from this sum on.
ENOUGH = 2.5
WEIGHTS = {
    # the noun behind the quotation, behind its row, before it, at its own end
    "head": 3.0,
    "row head": 2.5,
    "adjacent": 0.0,
    "head before": 2.0,
    "strong head": 2.0,
    "own head": 2.0,
    "own noun": 1.0,
    "cup": 3.0,
    "period": 1.5,
    # the verb before it: directly, near, somewhere in the clause; or what it is called
    "founding": 3.0,
    "verb": 2.0,
    "verb near": 1.5,
    "verb far": 1.0,
    "called": 2.0,
    # what is said of it
    "theme": 2.0,
    "begins": 1.5,
    "defined": 1.5,
    "many": 1.5,
    "owner": 1.5,
    "subject": 1.0,
    "repeated": 1.0,
    "headline": 1.0,
    "row": 0.5,
    # its form
    "counted": 1.5,
    "joined": 1.5,
    "open": 1.5,
    "dotted": 1.0,
    "known inside": 1.5,
    "couplet": 0.5,
    "long": 1.0,
    "four": 0.5,
    "three": -0.5,
    "short": -2.0,
    # what speaks against a name
    "single": -9.0,
    "doctrine": -6.0,
    "formula": -5.0,
    "generic": -3.0,
    "figure": -3.0,
    "row figure": -1.5,
    "contrast": -4.0,
    "other kind": -4.0,
    "watchword": -2.0,
    "attribute of": -2.5,
    "role": -2.0,
    "sentence": -2.0,
    "attribute": -2.0,
}
# What a cue settles: the cues that it makes meaningless.
SETTLES = {
    "head": {"role", "other kind", "sentence", "watchword"},
    "row head": {"sentence", "watchword"},
    "theme": {"sentence", "watchword"},
    "strong head": {"watchword", "sentence"},
    "own head": {"watchword", "sentence"},
    "joined": {"other kind"},
    "open": {"short"},
    "adjacent": {"short"},
}
