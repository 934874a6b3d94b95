setTimeout(() => undefined, 600_000);
