/* rules.c: see rules.h. */
#include "rules.h"

#include "whosaid/annotate/annotate.h"

const struct rule annotate_rules[RULE_COUNT] = {
    [RULE_NONE] = {"no attribution", 0.3f},
    [RULE_AFTER] = {"cue after the quotation", 0.97f},
    [RULE_INVERTED] = {"cue after the quotation, speaker behind it", 0.96f},
    [RULE_ACCORDING_AFTER] = {"source named after it", 0.9f},
    [RULE_BEFORE] = {"cue before the quotation", 0.94f},
    [RULE_BEFORE_ING] = {"cue before the quotation, speaker of the main clause", 0.8f},
    [RULE_INTRODUCED] = {"introduced by a colon", 0.6f},
    [RULE_MIXED] = {"quoted in part of a reported clause", 0.85f},
    [RULE_ACCORDING] = {"source named before it", 0.9f},
    [RULE_PARAGRAPH] = {"carried on from the paragraph before, whose marks stay open", 0.9f},
    [RULE_CARRIED] = {"a paragraph of speech after its speaker was named", 0.55f},
    [RULE_INNER] = {"inside another quotation", 0.7f},
    [RULE_INDIRECT] = {"reported clause after the cue", 0.75f},
    [RULE_INDIRECT_AFTER] = {"reported clause before the cue", 0.8f},
    [RULE_INDIRECT_ING] = {"reported clause of the main clause's subject", 0.65f},
    [RULE_NOUN] = {"clause of a noun", 0.8f},
    [RULE_PASSIVE] = {"passive that names its agent", 0.8f},
    [RULE_HEADLINE] = {"headline with its speaker at a colon or a dash", 0.85f},
    [RULE_MODEL] = {"found by the trained model", 0.7f},
    [RULE_TURN] = {"the speaker's turn in a transcript", 0.95f},
    [RULE_SIGNED] = {"signed behind a dash", 0.95f},
};

const char *annotate_rule_name(uint32_t rule)
{
    return annotate_rules[rule < RULE_COUNT ? rule : RULE_NONE].name;
}

float rules_confidence(const struct attribution *a)
{
    float prior = annotate_rules[a->rule].confidence, a_token = 0.004f;
    uint32_t distance = 0, end = a->pieces[0].end;
    if (stretch_is_empty(a->cue))
        return prior;
    if (a->cue.end <= a->pieces[0].first)
        distance = a->pieces[0].first - a->cue.end;
    else if (a->cue.first >= end)
        distance = a->cue.first - end;
    return prior - a_token * (float)(distance < 50 ? distance : 50);
}
