-- The signed text that was filed; older filings, and those of people by the notice, name none.
alter table filing add column document_id uuid references document;
