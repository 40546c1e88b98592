-- name: notice_insert(key, at)!
-- It is ours to send; nothing when it went out already.
insert into notice (key, at) values (:key, :at) on conflict (key) do nothing;

-- name: notice_delete(key)!
-- It could not be sent.
delete from notice where key = :key;

-- name: notice_all()
-- Every key.
select key from notice;
