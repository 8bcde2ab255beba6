/**
 * Lets the database write down who changed a run, and under which lease. Only in databases of this suite: a second log that
 * the product does not know, so that it can be held against the first.
 */
export const AUDIT = `
  CREATE TABLE chaos_write (
    place        bigserial PRIMARY KEY,
    execution_id uuid NOT NULL,
    writer       text NOT NULL,
    owner        text,
    old_epoch    bigint NOT NULL,
    new_epoch    bigint NOT NULL,
    old_seq      integer NOT NULL,
    new_seq      integer NOT NULL
  );
  CREATE FUNCTION chaos_note() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO chaos_write (execution_id, writer, owner, old_epoch, new_epoch, old_seq, new_seq)
    VALUES (NEW.id, current_setting('application_name'), OLD.lease_owner, OLD.lease_epoch, NEW.lease_epoch,
      OLD.event_seq, NEW.event_seq);
    RETURN NULL;
  END $$;
  CREATE TRIGGER chaos_note AFTER UPDATE ON execution FOR EACH ROW
    WHEN (OLD.lease_epoch <> NEW.lease_epoch OR OLD.event_seq <> NEW.event_seq) EXECUTE FUNCTION chaos_note();
`;
