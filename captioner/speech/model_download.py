"""A model of the catalogue from a model hub or a mirror of it: resumed, verified, and in place all at once or not."""
