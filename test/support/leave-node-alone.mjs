// Programs that tests start are to be plain Node again.
delete process.env.NODE_OPTIONS;
