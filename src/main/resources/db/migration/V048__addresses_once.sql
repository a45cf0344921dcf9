-- Hardly anybody writes an address in capitals: how it is written is kept only where it differs.
alter table recipient rename column email to written;
alter table recipient alter column written drop not null;
update recipient set written = null where written = address;
