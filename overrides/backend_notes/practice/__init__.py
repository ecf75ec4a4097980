"""Practice: problems whose tests, solutions and known wrong approaches prove each other."""
