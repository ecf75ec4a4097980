-- --8<-- [start:table]
CREATE TABLE decision_analysis (
    decision_id  uuid PRIMARY KEY,
    country      text NOT NULL,
    warehouse_id integer NOT NULL,
    order_id     text NOT NULL,
    product_id   integer NOT NULL,
    storage_type text NOT NULL,
    amount       numeric(10, 3) NOT NULL,
    sector       text NOT NULL,
    had_choice   boolean NOT NULL,
    decided_at   timestamptz NOT NULL DEFAULT now()
);
-- --8<-- [end:table]
