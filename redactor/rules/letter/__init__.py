"""L1xx: does the letter say what the law makes it say?"""
