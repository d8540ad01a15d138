"""How the name model in ``recognizers/data/person_model`` is made: data, training, export, figures, model card.

``python -m training --data ../shared/ner --out DIR`` does all of it on two CPU cores. Nothing here runs when a
letter is checked; PyTorch and the rest come with the optional extra ``training``.
"""
