/* model.c: see model.h. */
#include "model.h"

#include <string.h>

bool model_read(struct str bytes, struct model *model)
{
    if (bytes.size != MODEL_FILE_SIZE)
        return false;
    memcpy(&model->head, bytes.data, sizeof model->head);
    if (memcmp(model->head.magic, MODEL_MAGIC, sizeof model->head.magic) != 0)
        return false;
    model->tagger = (const int8_t *)bytes.data + sizeof model->head;
    model->parser = model->tagger + MODEL_TAGGER_SIZE;
    model->relations = model->parser + MODEL_PARSER_SIZE;
    model->labeller = model->relations + MODEL_RELATION_SIZE;
    model->embeddings = model->labeller + MODEL_LABELLER_SIZE;
    model->encoder = (const void *)(model->embeddings + MODEL_ENCODER_SIZE); /* all before has whole floats */
    return true;
}

bool model_builtin(struct model *model)
{
#ifdef WHOSAID_MODEL
    return model_read(model_bytes(), model);
#else
    (void)model;
    return false;
#endif
}
