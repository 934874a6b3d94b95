// As a library does that writes where it may not.
process.kill(process.pid, 'SIGSEGV');
