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

  -- Each slot that was given away, and how many of the lane were then taken.
  CREATE TABLE chaos_slot (lane text NOT NULL, held integer NOT NULL, max integer NOT NULL);
  CREATE FUNCTION chaos_count() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO chaos_slot (lane, held, max)
    SELECT NEW.lane, count(*), (SELECT l.max FROM concurrency_lane l WHERE l.lane = NEW.lane)
    FROM execution e WHERE e.lane = NEW.lane AND e.lane_state = 'held' AND e.finished_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER chaos_count AFTER UPDATE OF lane_state ON execution FOR EACH ROW
    WHEN (NEW.lane_state = 'held' AND OLD.lane_state IS DISTINCT FROM 'held') EXECUTE FUNCTION chaos_count();
`;
