"""The officer's desk: a page in the browser, served to this computer alone, on which a letter is reviewed and released."""
