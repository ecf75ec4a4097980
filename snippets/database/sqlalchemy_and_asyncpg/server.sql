-- /// script
-- [tool.notes]
-- needs = ["postgres"]
-- ///
-- --8<-- [start:connections]
SELECT name, boot_val FROM pg_settings
WHERE name LIKE '%connections' AND context = 'postmaster';
--> name                           | boot_val
--> -------------------------------+---------
--> max_connections                | 100
--> reserved_connections           | 0
--> superuser_reserved_connections | 3
-- --8<-- [end:connections]

CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL);
INSERT INTO orders SELECT n, n % 100 FROM generate_series(1, 20000) AS n;
ANALYZE orders;

-- --8<-- [start:explain]
EXPLAIN (COSTS OFF)
SELECT id FROM orders
WHERE customer_id = 7 ORDER BY id DESC LIMIT 20;
--> QUERY PLAN
--> -----------------------------------------------------
--> Limit
-->   ->  Index Scan Backward using orders_pkey on orders
-->         Filter: (customer_id = 7)

CREATE INDEX ON orders (customer_id, id);
EXPLAIN (COSTS OFF)
SELECT id FROM orders
WHERE customer_id = 7 ORDER BY id DESC LIMIT 20;
--> QUERY PLAN
--> ------------------------------------------------------------------------
--> Limit
-->   ->  Index Only Scan Backward using orders_customer_id_id_idx on orders
-->         Index Cond: (customer_id = 7)
-- --8<-- [end:explain]
