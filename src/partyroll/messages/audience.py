"""For whom a paper is, as it says so itself."""

AUDIENCE = {
    "internal": "Bản nội bộ",
    "upper": "Bản gửi cấp trên",
    "public": "Bản công khai",
}
