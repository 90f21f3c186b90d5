selection {
  { "ppo", "PPO", category = "PPO", when = function(n, d) return d.met.eligibility and d.band.score == "ppo" end },
  { "target", "Target", category = "target", when = function(n, d) return d.met.eligibility and d.band.score == "target" end },
  { "monitor", "Monitor", category = "monitor", when = function(n, d) return d.met.eligibility end },
}
