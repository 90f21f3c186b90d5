-- The people of a store made up for the examples. Their key files lie beside it, with the passphrase in passphrase.txt: use
-- them for nothing else.
return {
  waymark = 1,
  people = {
    { id = "j.ofori", name = "Jo Ofori", agency = "police", roles = { "analyst" },
      key = "ed25519:a753c90e211115f7eac1f28c70e6be85a3976b15c0979140caf4a3c24123d029" },
    { id = "a.khan", name = "Aisha Khan", agency = "police", roles = { "board" },
      key = "ed25519:a0a47c5d743080f0c98e453846beb8c3e61ad462cdcbe3f759530ce5c222db5f" },
    { id = "b.ash", name = "Ben Ash", agency = "probation", roles = { "board" },
      key = "ed25519:5f6a96cbc71e6e3c73fbc3a176449fd24f968ae11c3d8acf9a102d232c245e35" },
    { id = "c.day", name = "Cy Day", agency = "local_authority", roles = { "board" },
      key = "ed25519:e6877dc97544455ab629a577a2820b4c97b732f809b251fc440d69b8f7934583" },
    { id = "r.bell", name = "Ren Bell", agency = "police_and_crime_panel", roles = { "auditor" },
      key = "ed25519:fe54fdcb7c1fe49ebe360d8fccd81d713128864291de951945e31cf76ba75df7" },
    { id = "p.grey", name = "Pat Grey", agency = "probation", roles = { "panel" } },
    { id = "d.stone", name = "Dee Stone", agency = "local_authority", roles = { "admin" } },
  },
  quorum = { signatures = 3, one_each = { "police", "probation", "local_authority" }, author_may_sign = false },
}
