"""The relations between the entities of an article."""
