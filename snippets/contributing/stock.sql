-- /// script
-- [tool.notes]
-- needs = ["postgres"]
-- ///
CREATE TABLE stock (sku text PRIMARY KEY, quantity int NOT NULL);
INSERT INTO stock VALUES ('A-18', 40), ('B-07', 0);

-- --8<-- [start:empty]
SELECT sku FROM stock WHERE quantity = 0;
--> sku
--> ----
--> B-07
-- --8<-- [end:empty]
