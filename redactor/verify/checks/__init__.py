"""One file a verification check; see redactor.verify."""
