"""What Chinese running text is made of: words, numbers, edges of names, and the word lists compiled."""
