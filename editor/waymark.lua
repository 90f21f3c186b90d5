---@meta
-- Written by `waymark stubs`. Name its folder under `workspace.library` in the settings of the editor's Lua
-- language server.

--- A date without a time of day. Compares with `<`, `<=` and `==`; `tostring` gives `2026-11-01`. Less another date
--- it is a number of days.
---@class waymark.Date
---@operator add(waymark.Span): waymark.Date
---@operator sub(waymark.Span): waymark.Date
---@operator sub(waymark.Date): integer

--- A length of time: `days(5)`, `months(12)`, `years(2)`.
---@class waymark.Span

--- What every filter can say. Both ends of `within`, and the dates `from` and `to`, are included.
---@class waymark.Filter
---@field within? waymark.Span Counted back from `as_of`.
---@field from? waymark.Date
---@field to? waymark.Date
---@field at_least? integer For `:all`: how many items there must be.

--- Values of `sex`.
---@alias waymark.sex
---| "female"
---| "male"
---| "other"

--- Values of `ethnicity`.
---@alias waymark.ethnicity
---| "A1" # Asian or Asian British: Indian
---| "A2" # Asian or Asian British: Pakistani
---| "A3" # Asian or Asian British: Bangladeshi
---| "A4" # Asian or Asian British: Chinese
---| "A9" # Asian or Asian British: any other background
---| "B1" # Black or Black British: Caribbean
---| "B2" # Black or Black British: African
---| "B9" # Black or Black British: any other background
---| "M1" # Mixed: White and Black Caribbean
---| "M2" # Mixed: White and Black African
---| "M3" # Mixed: White and Asian
---| "M9" # Mixed: any other background
---| "O2" # Other ethnic group: Arab
---| "O9" # Other ethnic group: any other background
---| "W1" # White: British
---| "W2" # White: Irish
---| "W3" # White: Gypsy or Irish Traveller
---| "W9" # White: any other background
---| "NS" # not stated: the person was asked and did not say

--- Values of `risk_of_harm`.
---@alias waymark.risk_of_harm
---| "low"
---| "medium"
---| "high"
---| "very_high"

--- Values of `custody_status`.
---@alias waymark.custody_status
---| "custody" # serving a sentence in prison
---| "remand" # in prison, waiting for trial or sentence
---| "licence" # released from prison on licence
---| "community" # serving a sentence in the community
---| "none" # none of these

--- Values of `managing_agency`.
---@alias waymark.managing_agency
---| "NPS" # National Probation Service
---| "CRC" # Community Rehabilitation Company
---| "YOT" # Youth Offending Team
---| "police"
---| "none" # no agency

---@alias waymark.needs.Name
---| "accommodation"
---| "ete"
---| "drugs"
---| "alcohol"
---| "finance"
---| "relationships"
---| "lifestyle"
---| "thinking"
---| "attitudes"
---| "mental_health"
---| "physical_health"

--- `needs`: needs. What stands behind the offending: 0 no need, 1 some need, 2 a marked need.
---@class waymark.needs
---@field accommodation integer `needs.accommodation`: accommodation need. Housing. May be unknown.
---@field ete integer `needs.ete`: education, training and employment need. Education, training and employment. May be unknown.
---@field drugs integer `needs.drugs`: drugs need. Use of drugs. May be unknown.
---@field alcohol integer `needs.alcohol`: alcohol need. Use of alcohol. May be unknown.
---@field finance integer `needs.finance`: finance need. Money, benefits and debt. May be unknown.
---@field relationships integer `needs.relationships`: relationships need. Family and partners. May be unknown.
---@field lifestyle integer `needs.lifestyle`: lifestyle need. Lifestyle and the people with whom time is spent. May be unknown.
---@field thinking integer `needs.thinking`: thinking need. Thinking and behaviour. May be unknown.
---@field attitudes integer `needs.attitudes`: attitudes need. Attitudes to offending, to supervision and to change. May be unknown.
---@field mental_health integer `needs.mental_health`: mental health need. Mental health and emotional wellbeing. May be unknown. Marked sensitive: say under `protected` in pack.lua why it is read.
---@field physical_health integer `needs.physical_health`: physical health need. Physical health. May be unknown. Marked sensitive: say under `protected` in pack.lua why it is read.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.needs.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.needs.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Values of `offences.type`.
---@alias waymark.offences.type
---| "burglary_dwelling"
---| "burglary_other"
---| "robbery"
---| "theft_person"
---| "theft_vehicle"
---| "theft_from_vehicle"
---| "theft_shop"
---| "theft_other"
---| "violence"
---| "sexual"
---| "weapon"
---| "drugs_supply"
---| "drugs_possession"
---| "criminal_damage"
---| "arson"
---| "fraud"
---| "driving"
---| "public_order"
---| "breach"
---| "other"

--- Values of `offences.outcome`.
---@alias waymark.offences.outcome
---| "convicted"
---| "charged"
---| "arrested"
---| "cautioned"
---| "tic" # taken into consideration
---| "nfa" # no further action

---@alias waymark.offences.Item.Name
---| "type"
---| "date"
---| "outcome"
---| "convicted_on"
---| "series"
---| "value"

--- An item of `offences`.
---@class waymark.offences.Item
---@field type waymark.offences.type `offences.type`: type of offence. What was done.
---@field date waymark.Date `offences.date`: date of the offence. When it was done, not when it came to court.
---@field outcome waymark.offences.outcome `offences.outcome`: outcome of the offence. How far the matter has gone.
---@field convicted_on waymark.Date `offences.convicted_on`: date of conviction. When a court convicted. May be unknown.
---@field series string `offences.series`: series of the offence. The linked series to which the offence belongs. May be unknown.
---@field value number `offences.value`: value of the loss. What was taken or damaged. Unit: pounds. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.offences.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.offences.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `offences`: a field is a value or a list of values.
---@class waymark.offences.Filter: waymark.Filter
---@field where? waymark.offences.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field type? waymark.offences.type|(waymark.offences.type)[]
---@field date? waymark.Date|(waymark.Date)[]
---@field min_date? waymark.Date The least value.
---@field max_date? waymark.Date The greatest value.
---@field outcome? waymark.offences.outcome|(waymark.offences.outcome)[]
---@field convicted_on? waymark.Date|(waymark.Date)[]
---@field min_convicted_on? waymark.Date The least value.
---@field max_convicted_on? waymark.Date The greatest value.
---@field series? string|(string)[]
---@field value? number|(number)[]
---@field min_value? number The least value.
---@field max_value? number The greatest value.

--- `offences`: offences. Offences of which the person was convicted or suspected, each with its outcome. In date order; `#` gives how many there are.
---@class waymark.offences
---@field [integer] waymark.offences.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.offences.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.offences.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.offences.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.offences.Filter
  ---@return waymark.offences.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.offences.Filter
  ---@return waymark.offences.Item?
  function list:earliest(filter) end
  --- The sum of a field over the items that the filter chooses.
  ---@param field "value"
  ---@param filter? waymark.offences.Filter
  ---@return number
  function list:sum(field, filter) end
end

--- Values of `orders.kind`.
---@alias waymark.orders.kind
---| "community_order"
---| "suspended_sentence"
---| "licence"
---| "custody"
---| "remand"
---| "drr" # drug rehabilitation requirement
---| "atr" # alcohol treatment requirement
---| "rar" # rehabilitation activity requirement
---| "gps_tag"
---| "curfew"
---| "criminal_behaviour_order"

---@alias waymark.orders.Item.Name
---| "kind"
---| "start"
---| "end"
---| "ends"
---| "requirements"

--- An item of `orders`.
---@class waymark.orders.Item
---@field kind waymark.orders.kind `orders.kind`: kind of order. What the order or sentence is.
---@field start waymark.Date `orders.start`: start of the order. The first day in force.
---@field ["end"] waymark.Date `orders.end`: end of the order. The last day in force; it may lie in the future. May be unknown.
---@field ends waymark.Date `orders.end`: end of the order. The last day in force; it may lie in the future. May be unknown.
---@field requirements string `orders.requirements`: requirements of the order. What the order demands, a word each. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.orders.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.orders.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `orders`: a field is a value or a list of values.
---@class waymark.orders.Filter: waymark.Filter
---@field where? waymark.orders.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field kind? waymark.orders.kind|(waymark.orders.kind)[]
---@field start? waymark.Date|(waymark.Date)[]
---@field min_start? waymark.Date The least value.
---@field max_start? waymark.Date The greatest value.
---@field ["end"]? waymark.Date|(waymark.Date)[]
---@field min_end? waymark.Date The least value.
---@field max_end? waymark.Date The greatest value.
---@field ends? waymark.Date|(waymark.Date)[]
---@field min_ends? waymark.Date The least value.
---@field max_ends? waymark.Date The greatest value.
---@field requirements? string|(string)[]

--- `orders`: orders. Court orders, licences and sentences, past and present. In date order; `#` gives how many there are.
---@class waymark.orders
---@field [integer] waymark.orders.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.orders.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.orders.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.orders.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.orders.Filter
  ---@return waymark.orders.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.orders.Filter
  ---@return waymark.orders.Item?
  function list:earliest(filter) end
end

--- Values of `intelligence.assessment`.
---@alias waymark.intelligence.assessment
---| "A" # known directly to the source
---| "B" # known indirectly to the source but corroborated
---| "C" # known indirectly to the source
---| "D" # not known
---| "E" # suspected to be false

--- Values of `intelligence.handling`.
---@alias waymark.intelligence.handling
---| "P" # lawful sharing permitted
---| "C" # lawful sharing permitted with conditions

---@alias waymark.intelligence.Item.Name
---| "date"
---| "source"
---| "assessment"
---| "handling"
---| "kind"

--- An item of `intelligence`.
---@class waymark.intelligence.Item
---@field date waymark.Date `intelligence.date`: date of the report. When the report was made.
---@field source integer `intelligence.source`: grade of the source. 1 reliable, 2 untested, 3 not reliable. May be unknown.
---@field assessment waymark.intelligence.assessment `intelligence.assessment`: assessment of the report. How the information is known to the source. May be unknown.
---@field handling waymark.intelligence.handling `intelligence.handling`: handling code of the report. Whether conditions bind its sharing. May be unknown.
---@field kind string `intelligence.kind`: kind of report. What the report is about, in a word. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.intelligence.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.intelligence.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `intelligence`: a field is a value or a list of values.
---@class waymark.intelligence.Filter: waymark.Filter
---@field where? waymark.intelligence.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field date? waymark.Date|(waymark.Date)[]
---@field min_date? waymark.Date The least value.
---@field max_date? waymark.Date The greatest value.
---@field source? integer|(integer)[]
---@field min_source? integer The least value.
---@field max_source? integer The greatest value.
---@field assessment? waymark.intelligence.assessment|(waymark.intelligence.assessment)[]
---@field handling? waymark.intelligence.handling|(waymark.intelligence.handling)[]
---@field kind? string|(string)[]

--- `intelligence`: intelligence. Intelligence reports. Those assessed `E` count only where a filter names that value; the text of those handled `C` appears in no explanation. A lone `grade` in a file is taken as the assessment. In date order; `#` gives how many there are.
---@class waymark.intelligence
---@field [integer] waymark.intelligence.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.intelligence.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.intelligence.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.intelligence.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.intelligence.Filter
  ---@return waymark.intelligence.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.intelligence.Filter
  ---@return waymark.intelligence.Item?
  function list:earliest(filter) end
  --- The sum of a field over the items that the filter chooses.
  ---@param field "source"
  ---@param filter? waymark.intelligence.Filter
  ---@return number
  function list:sum(field, filter) end
end

--- Values of `gang.role`.
---@alias waymark.gang.role
---| "core"
---| "member"
---| "peripheral"
---| "associate"
---| "exploited" # made to act for the gang; never tasked for enforcement on that account
---| "victim" # harmed by the gang; never tasked for enforcement on that account

---@alias waymark.gang.Name
---| "name"
---| "role"
---| "since"
---| "last_confirmed"

--- `gang`: gang. The gang with which the person is linked; null where there is none.
---@class waymark.gang
---@field name string `gang.name`: name of the gang. As the police record it.
---@field role waymark.gang.role `gang.role`: role in the gang. The part that the person plays, or what is done to them.
---@field since waymark.Date `gang.since`: start of the link with the gang. When the link was first recorded. May be unknown.
---@field last_confirmed waymark.Date `gang.last_confirmed`: date on which the link with the gang was last confirmed. A pack's `max_age` for `gang` is tested against it. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.gang.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.gang.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Values of `associates.kind`.
---@alias waymark.associates.kind
---| "co_offender"
---| "family"
---| "gang"
---| "other"

---@alias waymark.associates.Item.Name
---| "id"
---| "kind"
---| "date"

--- An item of `associates`.
---@class waymark.associates.Item
---@field id string `associates.id`: identifier of the associate. The `id` of another person.
---@field kind waymark.associates.kind `associates.kind`: kind of association. How the two are linked.
---@field date waymark.Date `associates.date`: date of the association. When the link was last recorded. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.associates.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.associates.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `associates`: a field is a value or a list of values.
---@class waymark.associates.Filter: waymark.Filter
---@field where? waymark.associates.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field id? string|(string)[]
---@field kind? waymark.associates.kind|(waymark.associates.kind)[]
---@field date? waymark.Date|(waymark.Date)[]
---@field min_date? waymark.Date The least value.
---@field max_date? waymark.Date The greatest value.

--- `associates`: associates. Other people with whom the person is linked. In date order; `#` gives how many there are.
---@class waymark.associates
---@field [integer] waymark.associates.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.associates.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.associates.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.associates.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.associates.Filter
  ---@return waymark.associates.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.associates.Filter
  ---@return waymark.associates.Item?
  function list:earliest(filter) end
end

--- Values of `linked_series.status`.
---@alias waymark.linked_series.status
---| "open"
---| "closed"

---@alias waymark.linked_series.Item.Name
---| "id"
---| "date"
---| "status"

--- An item of `linked_series`.
---@class waymark.linked_series.Item
---@field id string `linked_series.id`: identifier of the series. The reference of the series.
---@field date waymark.Date `linked_series.date`: date of the series. When the person was linked to it.
---@field status waymark.linked_series.status `linked_series.status`: status of the series. Whether it is still under investigation.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.linked_series.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.linked_series.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `linked_series`: a field is a value or a list of values.
---@class waymark.linked_series.Filter: waymark.Filter
---@field where? waymark.linked_series.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field id? string|(string)[]
---@field date? waymark.Date|(waymark.Date)[]
---@field min_date? waymark.Date The least value.
---@field max_date? waymark.Date The greatest value.
---@field status? waymark.linked_series.status|(waymark.linked_series.status)[]

--- `linked_series`: linked series. Series of crimes to which the person is linked. In date order; `#` gives how many there are.
---@class waymark.linked_series
---@field [integer] waymark.linked_series.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.linked_series.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.linked_series.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.linked_series.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.linked_series.Filter
  ---@return waymark.linked_series.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.linked_series.Filter
  ---@return waymark.linked_series.Item?
  function list:earliest(filter) end
end

--- Values of `referrals.outcome`.
---@alias waymark.referrals.outcome
---| "pending"
---| "accepted"
---| "refused"
---| "started"
---| "completed"
---| "withdrawn"

---@alias waymark.referrals.Item.Name
---| "service"
---| "date"
---| "outcome"
---| "reason"

--- An item of `referrals`.
---@class waymark.referrals.Item
---@field service string `referrals.service`: service of the referral. To which service.
---@field date waymark.Date `referrals.date`: date of the referral. When the referral was made.
---@field outcome waymark.referrals.outcome `referrals.outcome`: outcome of the referral. How far it has gone.
---@field reason string `referrals.reason`: reason for the outcome of the referral. Why it was refused or withdrawn. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.referrals.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.referrals.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `referrals`: a field is a value or a list of values.
---@class waymark.referrals.Filter: waymark.Filter
---@field where? waymark.referrals.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field service? string|(string)[]
---@field date? waymark.Date|(waymark.Date)[]
---@field min_date? waymark.Date The least value.
---@field max_date? waymark.Date The greatest value.
---@field outcome? waymark.referrals.outcome|(waymark.referrals.outcome)[]
---@field reason? string|(string)[]

--- `referrals`: referrals. Referrals to services. In date order; `#` gives how many there are.
---@class waymark.referrals
---@field [integer] waymark.referrals.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.referrals.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.referrals.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.referrals.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.referrals.Filter
  ---@return waymark.referrals.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.referrals.Filter
  ---@return waymark.referrals.Item?
  function list:earliest(filter) end
end

---@alias waymark.engagement.Name
---| "offered"
---| "attended"
---| "last_contact"

--- `engagement`: engagement. How far the person keeps appointments with those who manage the case.
---@class waymark.engagement
---@field offered integer `engagement.offered`: appointments offered. How many appointments were offered. Unit: appointments.
---@field attended integer `engagement.attended`: appointments attended. How many of them were kept. Unit: appointments.
---@field last_contact waymark.Date `engagement.last_contact`: date of the last contact. A pack's `max_age` for `engagement` is tested against it.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.engagement.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.engagement.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

---@alias waymark.reviews.Item.Name
---| "date"
---| "outcome"
---| "by"

--- An item of `reviews`.
---@class waymark.reviews.Item
---@field date waymark.Date `reviews.date`: date of the review. When the panel met.
---@field outcome string `reviews.outcome`: outcome of the review. What the panel decided, in a word.
---@field by string `reviews.by`: author of the review. Who recorded it. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.reviews.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.reviews.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `reviews`: a field is a value or a list of values.
---@class waymark.reviews.Filter: waymark.Filter
---@field where? waymark.reviews.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field date? waymark.Date|(waymark.Date)[]
---@field min_date? waymark.Date The least value.
---@field max_date? waymark.Date The greatest value.
---@field outcome? string|(string)[]
---@field by? string|(string)[]

--- `reviews`: reviews. Formal reviews of the case. In date order; `#` gives how many there are.
---@class waymark.reviews
---@field [integer] waymark.reviews.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.reviews.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.reviews.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.reviews.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.reviews.Filter
  ---@return waymark.reviews.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.reviews.Filter
  ---@return waymark.reviews.Item?
  function list:earliest(filter) end
end

---@alias waymark.cohort.Name
---| "category"
---| "since"
---| "lead_agency"

--- `cohort`: place in the cohort. The person's place among those managed; null for somebody who is not managed at present.
---@class waymark.cohort
---@field category string `cohort.category`: category in the cohort. The class in which the person is managed.
---@field since waymark.Date `cohort.since`: start of management. When the person joined the cohort.
---@field lead_agency string `cohort.lead_agency`: lead agency. The agency that leads on the case. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.cohort.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.cohort.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

---@alias waymark.scores.Item.Name
---| "date"
---| "matrix"
---| "score"
---| "band"
---| "flags"

--- An item of `scores`.
---@class waymark.scores.Item
---@field date waymark.Date `scores.date`: date of the score. When the score was given.
---@field matrix string `scores.matrix`: matrix of the score. The name of the matrix: `risk`.
---@field score number `scores.score`: score. What the matrix came to. Unit: points.
---@field band string `scores.band`: band of the score. The name of the band: `red`. May be unknown.
---@field flags string `scores.flags`: flags of the score. Marks put beside the score, a word each: `P` for in prison. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.scores.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.scores.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `scores`: a field is a value or a list of values.
---@class waymark.scores.Filter: waymark.Filter
---@field where? waymark.scores.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field date? waymark.Date|(waymark.Date)[]
---@field min_date? waymark.Date The least value.
---@field max_date? waymark.Date The greatest value.
---@field matrix? string|(string)[]
---@field score? number|(number)[]
---@field min_score? number The least value.
---@field max_score? number The greatest value.
---@field band? string|(string)[]
---@field flags? string|(string)[]

--- `scores`: earlier scores. Scores of earlier dates, oldest first. In date order; `#` gives how many there are.
---@class waymark.scores
---@field [integer] waymark.scores.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.scores.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.scores.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.scores.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.scores.Filter
  ---@return waymark.scores.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.scores.Filter
  ---@return waymark.scores.Item?
  function list:earliest(filter) end
  --- The sum of a field over the items that the filter chooses.
  ---@param field "score"
  ---@param filter? waymark.scores.Filter
  ---@return number
  function list:sum(field, filter) end
end

--- Values of `taskings.status`.
---@alias waymark.taskings.status
---| "open"
---| "done"
---| "cancelled"

---@alias waymark.taskings.Item.Name
---| "kind"
---| "opened"
---| "due"
---| "status"

--- An item of `taskings`.
---@class waymark.taskings.Item
---@field kind string `taskings.kind`: kind of tasking. The identifier of the rule that made it: `intel_plan`.
---@field opened waymark.Date `taskings.opened`: date on which the tasking was opened. When the work was given out.
---@field due waymark.Date `taskings.due`: date on which the tasking is due. When the work is to be done; it may lie in the future. May be unknown.
---@field status waymark.taskings.status `taskings.status`: status of the tasking. Whether the work is still to be done.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.taskings.Item.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.taskings.Item.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- Chooses items of `taskings`: a field is a value or a list of values.
---@class waymark.taskings.Filter: waymark.Filter
---@field where? waymark.taskings.Filter In `:all`, chooses the items; the other conditions must hold for each.
---@field kind? string|(string)[]
---@field opened? waymark.Date|(waymark.Date)[]
---@field min_opened? waymark.Date The least value.
---@field max_opened? waymark.Date The greatest value.
---@field due? waymark.Date|(waymark.Date)[]
---@field min_due? waymark.Date The least value.
---@field max_due? waymark.Date The greatest value.
---@field status? waymark.taskings.status|(waymark.taskings.status)[]

--- `taskings`: taskings. Pieces of work given out for this person earlier. In date order; `#` gives how many there are.
---@class waymark.taskings
---@field [integer] waymark.taskings.Item
do
  local list = {}
  --- How many items the filter chooses; all of them without one.
  ---@param filter? waymark.taskings.Filter
  ---@return integer
  function list:count(filter) end
  --- Whether the filter chooses any item.
  ---@param filter? waymark.taskings.Filter
  ---@return boolean
  function list:any(filter) end
  --- Whether every item that the dates and `where` choose meets the other conditions. True where none is
  --- chosen, unless `at_least` says how many there must be.
  ---@param filter? waymark.taskings.Filter
  ---@return boolean
  function list:all(filter) end
  --- The latest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.taskings.Filter
  ---@return waymark.taskings.Item?
  function list:latest(filter) end
  --- The earliest item that the filter chooses; nil where there is none.
  ---@param filter? waymark.taskings.Filter
  ---@return waymark.taskings.Item?
  function list:earliest(filter) end
end

--- `local`: local fields. Fields that a borough declares in its pack's `fields.lua`.
---@class waymark.local
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name string
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name string
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

---@alias waymark.Nominal.Name
---| "id"
---| "borough"
---| "age"
---| "sex"
---| "ethnicity"
---| "disability"
---| "convictions_total"
---| "arrests_total"
---| "age_first_conviction"
---| "age_first_arrest"
---| "ogrs2"
---| "ogrs2_date"
---| "ogrs3"
---| "ogrs3_date"
---| "risk_of_harm"
---| "custody_status"
---| "prison"
---| "release_date"
---| "statutory"
---| "managing_agency"
---| "mappa_level"
---| "needs"
---| "offences"
---| "orders"
---| "intelligence"
---| "gang"
---| "associates"
---| "linked_series"
---| "referrals"
---| "engagement"
---| "reviews"
---| "cohort"
---| "scores"
---| "taskings"
---| "safeguarding"
---| "victim"
---| "local"
---| "here"

--- A person whom the rules are about. Reading a field that has no value stops the rule with the answer unknown.
---@class waymark.Nominal
---@field id string `id`: identifier. The reference by which all agencies know this person. No two lines of a file share one.
---@field borough string `borough`: borough. The borough or district in which the person lives.
-- `date_of_birth` is not shown to rules: read `age`.
---@field age integer `age`: age. Whole years on the date of the run, worked out from `date_of_birth`. Somebody born on 29 February is a year older on 1 March of a year that has no such day. Unit: years. Marked protected: say under `protected` in pack.lua why it is read.
---@field sex waymark.sex `sex`: sex. As recorded by the managing agency. `F`, `M` and the like are accepted. May be unknown. Marked protected: say under `protected` in pack.lua why it is read.
---@field ethnicity waymark.ethnicity `ethnicity`: ethnicity. As the person describes it, never as an officer observed it. Codes of the older 16+1 list are accepted, where `O1` is Chinese. May be unknown. Marked protected: say under `protected` in pack.lua why it is read.
---@field disability boolean `disability`: disability. Whether the person has a disability. May be unknown. Marked protected: say under `protected` in pack.lua why it is read.
---@field convictions_total integer `convictions_total`: number of convictions. Convictions in the person's whole life. Unit: convictions.
---@field arrests_total integer `arrests_total`: number of arrests. Arrests in the person's whole life. Unit: arrests.
---@field age_first_conviction integer `age_first_conviction`: age at first conviction. Whole years. Left out where it is not known, and where there is no conviction. Unit: years. May be unknown.
---@field age_first_arrest integer `age_first_arrest`: age at first arrest. Whole years. Left out where it is not known, and where there is no arrest. Unit: years. May be unknown.
---@field ogrs2 number `ogrs2`: OGRS2. Offender Group Reconviction Scale, version 2: the chance of a reconviction within two years, as a percentage. Unit: percent. May be unknown.
---@field ogrs2_date waymark.Date `ogrs2_date`: date of the OGRS2 score. The day on which OGRS2 was worked out. A pack's `max_age` for `ogrs2` is tested against it. May be unknown.
---@field ogrs3 number `ogrs3`: OGRS3. Offender Group Reconviction Scale, version 3: the chance of proven reoffending within two years, as a percentage. Unit: percent. May be unknown.
---@field ogrs3_date waymark.Date `ogrs3_date`: date of the OGRS3 score. The day on which OGRS3 was worked out. A pack's `max_age` for `ogrs3` is tested against it. May be unknown.
---@field risk_of_harm waymark.risk_of_harm `risk_of_harm`: risk of harm. Risk of serious harm to others, as the managing agency assessed it. May be unknown.
---@field custody_status waymark.custody_status `custody_status`: custody status. Where the person stands with prison and probation at present.
---@field prison string `prison`: prison. The prison that holds the person. Left out for somebody who is not in custody. May be unknown.
---@field release_date waymark.Date `release_date`: release date. The day on which release from custody is planned; it may lie in the future. May be unknown.
---@field statutory boolean `statutory`: statutory supervision. Whether a court order or a licence is in force at present.
---@field managing_agency waymark.managing_agency `managing_agency`: managing agency. The agency that manages the person at present; `none` where it is known that no agency does. May be unknown.
---@field mappa_level integer `mappa_level`: MAPPA level. Level of management under multi-agency public protection arrangements; 0 for somebody who is not subject to them. May be unknown.
---@field needs waymark.needs `needs`: needs. What stands behind the offending: 0 no need, 1 some need, 2 a marked need. May be unknown.
---@field offences waymark.offences `offences`: offences. Offences of which the person was convicted or suspected, each with its outcome. May be unknown.
---@field orders waymark.orders `orders`: orders. Court orders, licences and sentences, past and present. May be unknown.
---@field intelligence waymark.intelligence `intelligence`: intelligence. Intelligence reports. Those assessed `E` count only where a filter names that value; the text of those handled `C` appears in no explanation. A lone `grade` in a file is taken as the assessment. May be unknown. Marked sensitive: say under `protected` in pack.lua why it is read.
---@field gang waymark.gang `gang`: gang. The gang with which the person is linked; null where there is none. May be unknown. Marked sensitive: say under `protected` in pack.lua why it is read.
---@field associates waymark.associates `associates`: associates. Other people with whom the person is linked. May be unknown. Marked sensitive: say under `protected` in pack.lua why it is read.
---@field linked_series waymark.linked_series `linked_series`: linked series. Series of crimes to which the person is linked. May be unknown.
---@field referrals waymark.referrals `referrals`: referrals. Referrals to services. May be unknown.
---@field engagement waymark.engagement `engagement`: engagement. How far the person keeps appointments with those who manage the case. May be unknown.
---@field reviews waymark.reviews `reviews`: reviews. Formal reviews of the case. May be unknown.
---@field cohort waymark.cohort `cohort`: place in the cohort. The person's place among those managed; null for somebody who is not managed at present. May be unknown.
---@field scores waymark.scores `scores`: earlier scores. Scores of earlier dates, oldest first. May be unknown.
---@field taskings waymark.taskings `taskings`: taskings. Pieces of work given out for this person earlier. May be unknown.
---@field safeguarding boolean `safeguarding`: safeguarding concern. Whether there is a safeguarding concern for this person. May be unknown. Marked sensitive: say under `protected` in pack.lua why it is read.
---@field victim boolean `victim`: record as a victim. Whether the person is recorded as a victim of crime. May be unknown. Marked sensitive: say under `protected` in pack.lua why it is read.
---@field ["local"] waymark.local `local`: local fields. Fields that a borough declares in its pack's `fields.lua`. May be unknown.
---@field here waymark.local `local`: local fields. Fields that a borough declares in its pack's `fields.lua`. May be unknown.
do
  local record = {}
  --- Whether the field has a value. Ask before reading an optional field.
  ---@param name waymark.Nominal.Name
  ---@return boolean
  function record:has(name) end
  --- The field's value, or `default` where it has none.
  ---@param name waymark.Nominal.Name
  ---@param default any
  ---@return any
  function record:get(name, default) end
end

--- What is known of a group to which the person belongs.
---@class waymark.Group
---@field size integer People in the group; 0 for a person in no such group.
---@field selected integer Those of them who are in the cohort at present.
do
  local group = {}
  --- The mean of a matrix's scores over the group.
  ---@param matrix string
  ---@return number
  function group:mean_score(matrix) end
end

--- The decision so far. Each part is worked out when it is first read; reading one that is unknown stops the rule
--- with the answer unknown.
---@class waymark.Decision
---@field met table<string, boolean> By the name of a `criteria`.
---@field score table<string, number> By the name of a `matrix`.
---@field band table<string, string> By the name of a `matrix`: the band's identifier.
---@field row table<string, table<string, number>> By the name of a `matrix` and of its row: the points.
---@field table table<string, any> By the name of a `decision_table`: its output, or a table of outputs by name.
---@field class table<string, any> By the name of a `classification`: a class; with `pick = "any"` a set of them.
---@field group table<string, waymark.Group> By the name of a `group`.

---@alias waymark.Test fun(n: waymark.Nominal, d: waymark.Decision): boolean?
---@alias waymark.Measure fun(n: waymark.Nominal, d: waymark.Decision): number
---@alias waymark.Points fun(n: waymark.Nominal, d: waymark.Decision): number, string?
---@alias waymark.Words fun(n: waymark.Nominal, d: waymark.Decision): string
---@alias waymark.Value fun(n: waymark.Nominal, d: waymark.Decision): any

--- `{ "id", "Title", … }`
---@class waymark.Row
---@field [1] string Identifier: small letters, digits and `_`.
---@field [2] string Title: what people read.
---@field source? string Where the rule comes from.
---@field note? string

--- `{ "adult", "Aged 18 or over", function(n) return n.age >= 18 end }`
---@class waymark.Criterion: waymark.Row
---@field [3] waymark.Test

---@class waymark.Criteria.Part
---@field [integer] waymark.Criterion|waymark.Criteria.Part
---@field all? waymark.Criteria.Part Every one must be met.
---@field any? waymark.Criteria.Part One must be met.

---@class waymark.Declaration
---@field title string What people read.
---@field source? string Where the rule comes from.
---@field note? string

---@class waymark.Criteria: waymark.Declaration
---@field all? waymark.Criteria.Part Every one must be met.
---@field any? waymark.Criteria.Part One must be met.

--- Points come from a function, from `of` with `steps`, or are constant with `when`.
---@class waymark.Matrix.Row: waymark.Row
---@field points? number|waymark.Points The function may return a reason in words as its second value.
---@field when? waymark.Test With constant points: whether they are given.
---@field of? waymark.Measure With `steps`: what is measured.
---@field steps? number[][] `{ { 75, 20 }, { 50, 10 } }`: the first step reached, from the top; else 0.
---@field min? number The least points, 0 where left out.
---@field max? number The most points.

---@class waymark.Matrix.Band
---@field [1] string Identifier.
---@field [2] string Title.
---@field from? number The least score in the band; left out in the last.

---@class waymark.Matrix: waymark.Declaration
---@field range number[] The least and the greatest total: `{ 0, 150 }`.
---@field rows waymark.Matrix.Row[]
---@field total? fun(row: table<string, number>): number From the rows' points by identifier; the sum where left out.
---@field bands? waymark.Matrix.Band[] From the top.

---@alias waymark.HitPolicy
---| "unique" # one row matches
---| "any" # all rows that match agree
---| "first" # the first row that matches
---| "priority" # the output that stands first in `values`
---| "rule_order" # all outputs, in the order of the rows
---| "output_order" # all outputs, in the order of `values`
---| "collect" # all outputs
---| "collect_sum"
---| "collect_min"
---| "collect_max"
---| "collect_count"

---@class waymark.Table.Input
---@field [1] string Identifier.
---@field of waymark.Value

---@class waymark.Table.Output
---@field [1] string Identifier.
---@field values? any[] Best first; needed for `priority` and `output_order`.
---@field default? string|number|boolean|waymark.Date What it gives where no row matches.

---@class waymark.Table: waymark.Declaration
---@field hit? waymark.HitPolicy
---@field inputs waymark.Table.Input[]
---@field outputs waymark.Table.Output[]
---@field rows any[][] Cells of inputs, `"->"`, outputs: `{ ">= 75", "-", "->", "A" }`.

---@class waymark.Classification.Class: waymark.Row
---@field when? waymark.Test Left out in the last: otherwise.

---@class waymark.Classification: waymark.Declaration
---@field pick? "first"|"one"|"any" The first that matches; exactly one; all that match.
---@field classes waymark.Classification.Class[]

--- People who share a `key`, or who are connected by a `link`.
---@class waymark.Grouping: waymark.Declaration
---@field key? waymark.Value
---@field link? waymark.associates.kind[] Kinds of association to follow.
---@field within? waymark.Span How old an association may be.

---@class waymark.Rule: waymark.Row
---@field when waymark.Test
---@field because? waymark.Words The reason in words.
---@field before? string In a pack that extends another: the rule before which this one goes.

---@class waymark.Selection: waymark.Rule
---@field category? string
---@field action? "select"|"monitor"

---@class waymark.Deselection: waymark.Rule
---@field to? string `monitor`: kept under observation.

---@class waymark.Tasking: waymark.Rule
---@field owner? string The role that does the work.
---@field due? waymark.Span Counted from `as_of`.
---@field priority? string
---@field every? waymark.Span Not again within this span, nor while one is open.
---@field enforcement? boolean Refused for a person recorded only as victim or exploited.

---@class waymark.Allocation: waymark.Declaration
---@field capacity integer
---@field rank waymark.Measure[] Highest first.
---@field keep? waymark.Test Never displaced.

--- `criteria "name" { title = …, all = { … } }`: rows that must be met.
---@param name string
---@return fun(declaration: waymark.Criteria)
function criteria(name) end

--- `matrix "name" { title = …, range = …, rows = … }`: rows that award points.
---@param name string
---@return fun(declaration: waymark.Matrix)
function matrix(name) end

--- `decision_table "name" { … }`: a DMN decision table.
---@param name string
---@return fun(declaration: waymark.Table)
function decision_table(name) end

--- `classification "name" { title = …, classes = { … } }`
---@param name string
---@return fun(declaration: waymark.Classification)
function classification(name) end

--- `group "name" { title = …, key = … }`: people who belong together.
---@param name string
---@return fun(declaration: waymark.Grouping)
function group(name) end

--- For people not in the cohort: the first rule that holds decides.
---@param rules waymark.Selection[]
function selection(rules) end

--- For people in the cohort: the first rule that holds decides.
---@param rules waymark.Deselection[]
function deselection(rules) end

--- Work for those in the cohort and those to be selected: every rule that holds makes a tasking.
---@param rules waymark.Tasking[]
function tasking(rules) end

--- Places for the whole cohort, after everyone is evaluated.
---@param declaration waymark.Allocation
function allocation(declaration) end

--- Makes a filter once, for use in many rules: `filter { outcome = "convicted", within = months(12) }`.
---@generic F: table
---@param conditions F
---@return F
function filter(conditions) end

--- The date written `2026-01-31`.
---@param text string
---@return waymark.Date
function date(text) end

---@param count integer
---@return waymark.Span
function days(count) end

---@param count integer
---@return waymark.Span
function months(count) end

---@param count integer
---@return waymark.Span
function years(count) end

--- The date of the run.
---@type waymark.Date
as_of = nil

--- The pack's parameters by name. A list can be asked `param.pilot_boroughs["Camden"]` and gone through with `ipairs`.
---@type table<string, any>
param = {}

--- A module that the manifest names under `uses`.
---@param module string
---@return any
function require(module) end

--- Writes to the decision's trace.
---@param ... any
function print(...) end

-- In tests/*.lua

--- A value that is left out, so that no rule knows it.
---@class waymark.Unknown

--- `2026-11-01`, `today`, or counted from the date of the run: `-2 months`, `-10 days`, `+1 years`.
---@alias waymark.MadeDate string|waymark.Date

--- `needs`, made up.
---@class waymark.Made.needs
---@field accommodation? integer|waymark.Unknown accommodation need
---@field ete? integer|waymark.Unknown education, training and employment need
---@field drugs? integer|waymark.Unknown drugs need
---@field alcohol? integer|waymark.Unknown alcohol need
---@field finance? integer|waymark.Unknown finance need
---@field relationships? integer|waymark.Unknown relationships need
---@field lifestyle? integer|waymark.Unknown lifestyle need
---@field thinking? integer|waymark.Unknown thinking need
---@field attitudes? integer|waymark.Unknown attitudes need
---@field mental_health? integer|waymark.Unknown mental health need
---@field physical_health? integer|waymark.Unknown physical health need

--- `offences`, made up.
---@class waymark.Made.offences
---@field type? waymark.offences.type|waymark.Unknown type of offence
---@field date? waymark.MadeDate|waymark.Unknown date of the offence
---@field outcome? waymark.offences.outcome|waymark.Unknown outcome of the offence
---@field convicted_on? waymark.MadeDate|waymark.Unknown date of conviction
---@field series? string|waymark.Unknown series of the offence
---@field value? number|waymark.Unknown value of the loss

--- `orders`, made up.
---@class waymark.Made.orders
---@field kind? waymark.orders.kind|waymark.Unknown kind of order
---@field start? waymark.MadeDate|waymark.Unknown start of the order
---@field ["end"]? waymark.MadeDate|waymark.Unknown end of the order
---@field ends? waymark.MadeDate|waymark.Unknown end of the order
---@field requirements? string|waymark.Unknown requirements of the order

--- `intelligence`, made up.
---@class waymark.Made.intelligence
---@field date? waymark.MadeDate|waymark.Unknown date of the report
---@field source? integer|waymark.Unknown grade of the source
---@field assessment? waymark.intelligence.assessment|waymark.Unknown assessment of the report
---@field handling? waymark.intelligence.handling|waymark.Unknown handling code of the report
---@field kind? string|waymark.Unknown kind of report

--- `gang`, made up.
---@class waymark.Made.gang
---@field name? string|waymark.Unknown name of the gang
---@field role? waymark.gang.role|waymark.Unknown role in the gang
---@field since? waymark.MadeDate|waymark.Unknown start of the link with the gang
---@field last_confirmed? waymark.MadeDate|waymark.Unknown date on which the link with the gang was last confirmed

--- `associates`, made up.
---@class waymark.Made.associates
---@field id? string|waymark.Unknown identifier of the associate
---@field kind? waymark.associates.kind|waymark.Unknown kind of association
---@field date? waymark.MadeDate|waymark.Unknown date of the association

--- `linked_series`, made up.
---@class waymark.Made.linked_series
---@field id? string|waymark.Unknown identifier of the series
---@field date? waymark.MadeDate|waymark.Unknown date of the series
---@field status? waymark.linked_series.status|waymark.Unknown status of the series

--- `referrals`, made up.
---@class waymark.Made.referrals
---@field service? string|waymark.Unknown service of the referral
---@field date? waymark.MadeDate|waymark.Unknown date of the referral
---@field outcome? waymark.referrals.outcome|waymark.Unknown outcome of the referral
---@field reason? string|waymark.Unknown reason for the outcome of the referral

--- `engagement`, made up.
---@class waymark.Made.engagement
---@field offered? integer|waymark.Unknown appointments offered
---@field attended? integer|waymark.Unknown appointments attended
---@field last_contact? waymark.MadeDate|waymark.Unknown date of the last contact

--- `reviews`, made up.
---@class waymark.Made.reviews
---@field date? waymark.MadeDate|waymark.Unknown date of the review
---@field outcome? string|waymark.Unknown outcome of the review
---@field by? string|waymark.Unknown author of the review

--- `cohort`, made up.
---@class waymark.Made.cohort
---@field category? string|waymark.Unknown category in the cohort
---@field since? waymark.MadeDate|waymark.Unknown start of management
---@field lead_agency? string|waymark.Unknown lead agency

--- `scores`, made up.
---@class waymark.Made.scores
---@field date? waymark.MadeDate|waymark.Unknown date of the score
---@field matrix? string|waymark.Unknown matrix of the score
---@field score? number|waymark.Unknown score
---@field band? string|waymark.Unknown band of the score
---@field flags? string|waymark.Unknown flags of the score

--- `taskings`, made up.
---@class waymark.Made.taskings
---@field kind? string|waymark.Unknown kind of tasking
---@field opened? waymark.MadeDate|waymark.Unknown date on which the tasking was opened
---@field due? waymark.MadeDate|waymark.Unknown date on which the tasking is due
---@field status? waymark.taskings.status|waymark.Unknown status of the tasking

--- Somebody whom a test makes up. Fields that are not given are neutral, and none is unknown.
---@class waymark.Made
---@field id? string|waymark.Unknown identifier
---@field borough? string|waymark.Unknown borough
---@field date_of_birth? waymark.MadeDate|waymark.Unknown date of birth
---@field age? integer|waymark.Unknown age
---@field sex? waymark.sex|waymark.Unknown sex
---@field ethnicity? waymark.ethnicity|waymark.Unknown ethnicity
---@field disability? boolean|waymark.Unknown disability
---@field convictions_total? integer|waymark.Unknown number of convictions
---@field arrests_total? integer|waymark.Unknown number of arrests
---@field age_first_conviction? integer|waymark.Unknown age at first conviction
---@field age_first_arrest? integer|waymark.Unknown age at first arrest
---@field ogrs2? number|waymark.Unknown OGRS2
---@field ogrs2_date? waymark.MadeDate|waymark.Unknown date of the OGRS2 score
---@field ogrs3? number|waymark.Unknown OGRS3
---@field ogrs3_date? waymark.MadeDate|waymark.Unknown date of the OGRS3 score
---@field risk_of_harm? waymark.risk_of_harm|waymark.Unknown risk of harm
---@field custody_status? waymark.custody_status|waymark.Unknown custody status
---@field prison? string|waymark.Unknown prison
---@field release_date? waymark.MadeDate|waymark.Unknown release date
---@field statutory? boolean|waymark.Unknown statutory supervision
---@field managing_agency? waymark.managing_agency|waymark.Unknown managing agency
---@field mappa_level? integer|waymark.Unknown MAPPA level
---@field needs? waymark.Made.needs|waymark.Unknown needs
---@field offences? waymark.Made.offences[]|waymark.Unknown offences
---@field orders? waymark.Made.orders[]|waymark.Unknown orders
---@field intelligence? waymark.Made.intelligence[]|waymark.Unknown intelligence
---@field gang? waymark.Made.gang|waymark.Unknown gang
---@field associates? waymark.Made.associates[]|waymark.Unknown associates
---@field linked_series? waymark.Made.linked_series[]|waymark.Unknown linked series
---@field referrals? waymark.Made.referrals[]|waymark.Unknown referrals
---@field engagement? waymark.Made.engagement|waymark.Unknown engagement
---@field reviews? waymark.Made.reviews[]|waymark.Unknown reviews
---@field cohort? waymark.Made.cohort|waymark.Unknown place in the cohort
---@field scores? waymark.Made.scores[]|waymark.Unknown earlier scores
---@field taskings? waymark.Made.taskings[]|waymark.Unknown taskings
---@field safeguarding? boolean|waymark.Unknown safeguarding concern
---@field victim? boolean|waymark.Unknown record as a victim
---@field ["local"]? waymark.Made.local|waymark.Unknown local fields
---@field here? waymark.Made.local|waymark.Unknown local fields

--- A recommendation as a test sees it.
---@class waymark.Recommendation
---@field action "none"|"select"|"monitor"|"retain"|"deselect"|"refer"
---@field category? string
---@field rule? string The rule that decided.
---@field title? string That rule's title.
---@field because string[] The reasons in words.
---@field unknown string[] The fields without which the rules could not decide.

--- A tasking as a test sees it.
---@class waymark.MadeTasking
---@field kind string
---@field title string
---@field owner string
---@field due? waymark.Date
---@field priority? string
---@field because? string
---@field key string

--- A decision as a test sees it. An answer that is not known is a value of its own: `expect(d.score.sac).is_unknown()`.
---@class waymark.Decided
---@field nominal string
---@field as_of waymark.Date
---@field recommendation waymark.Recommendation
---@field met table<string, boolean> By the name of a `criteria`.
---@field score table<string, number> By the name of a `matrix`.
---@field band table<string, string> By the name of a `matrix`: the band's identifier.
---@field row table<string, table<string, number>> By the name of a `matrix` and of its row: the points.
---@field table table<string, any> By the name of a `decision_table`: its output, or a table of outputs by name.
---@field class table<string, any> By the name of a `classification`: a class, or with `pick = "any"` a list of them.
---@field group table<string, { size: integer, key: string }> By the name of a `group`.
---@field taskings waymark.MadeTasking[]
---@field tasking table<string, waymark.MadeTasking> By the tasking's name.
---@field allocation? { outcome: string, rank: integer } What became of the person's claim to a place.
---@field warnings { code: string, text: string }[]
---@field trace string[] What rules printed.
---@field reads string[] The fields that the rules looked at.
---@field error? { code: string, message: string }

--- Several people to be decided on together.
---@class waymark.MadeCohort: { [integer|string]: waymark.Decided }

--- Leaves a field out: `nominal { ogrs2 = unknown }`.
---@type waymark.Unknown
unknown = nil

--- Groups tests under a name.
---@param name string
---@param body fun()
function describe(name, body) end

--- One test. It must expect something.
---@param name string
---@param body fun()
function it(name, body) end

--- A person with the fields given and neutral values for the rest.
---@param fields waymark.Made
---@return waymark.Made
function nominal(fields) end

--- Several people, to be evaluated together, groups and places included.
---@param nominals waymark.Made[]
---@param options? { as_of: string|waymark.Date }
---@return waymark.MadeCohort
function cohort(nominals, options) end

--- The decision on a nominal, as of the first day on which the pack is valid or of the day given.
---@param subject waymark.Made
---@param options? { as_of: string|waymark.Date }
---@return waymark.Decided
---@overload fun(subject: waymark.MadeCohort, options?: { as_of: string|waymark.Date }): waymark.MadeCohort
function evaluate(subject, options) end

--- What can be expected of a value or of a decision. Called with a dot: `expect(d.score.sac).is(92)`.
---@class waymark.Expectation
---@field is fun(wanted: any) The value is this one.
---@field is_not fun(unwanted: any) The value is another.
---@field is_one_of fun(...: any) The value is one of these.
---@field is_between fun(least: any, most: any) Both ends included.
---@field is_at_least fun(least: any)
---@field is_at_most fun(most: any)
---@field is_unknown fun() The answer is not known.
---@field is_unknown_for fun(...: string) The answer is not known for want of these fields.
---@field is_unknown_between fun(low: number, high?: number) The score, or the points, are not known and lie between these; without `high` there is no upper end.
---@field is_true fun()
---@field is_false fun()
---@field is_nothing fun() There is no value.
---@field contains fun(part: any) The list holds the value, or the text holds the part.
---@field has_reason fun(rule: string) This rule decided the recommendation, or these words are among its reasons.
---@field has_tasking fun(name: string, details?: table) The decision makes this tasking, with this owner, due date or priority.
---@field has_no_tasking fun(name?: string) It does not make this tasking; without a name, it makes none.
---@field has_warning fun(code: string) The decision has a warning of this code, or with these words.
---@field reads fun(path: string) The rules looked at this field.
---@field does_not_read fun(path: string)
---@field errors_with fun(code: string) The rules failed with this code, or with these words.
---@field is_placed fun() The person has a place.
---@field is_displaced fun() The person asked for a place and has none.

---@param value any A part of a decision, or a decision.
---@return waymark.Expectation
function expect(value) end

---@class waymark.Property
---@field raises? string A list that gets an item, or a number that grows.
---@field lowers? string A number that shrinks.
---@field by? number By how much.
---@field add? table The item.
---@field set? waymark.Made Fields and the values that they get.
---@field given? waymark.Made Fields and the values that they have beforehand.
---@field never_lowers? string|string[] Matrices whose score must not fall.
---@field never_raises? string|string[] Matrices whose score must not rise.
---@field never_changes? string|string[] Answers that must stay as they are.
---@field never_selects? boolean|string|string[] True, or the rules or categories meant.
---@field never_deselects? boolean|string|string[]
---@field never_tasks? boolean|string|string[]
---@field as_of? string|waymark.Date
---@field count? integer How many people to make up.
---@field seed? integer Another seed makes up other people.

--- `property "name" { raises = …, add = …, never_lowers = … }`: holds for every nominal that can be made up.
---@param name string
---@return fun(declaration: waymark.Property)
function property(name) end
