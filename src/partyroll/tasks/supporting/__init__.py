"""Help, praise and discipline of one person, as typed."""
