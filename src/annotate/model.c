/* model.c: see model.h. */
#include "model.h"

#include <string.h>

bool model_read(struct str bytes, struct model *model)
{
    size_t tagger_size = (size_t)MODEL_TAGGER_ROW << MODEL_TAGGER_BITS;
    size_t labeller_size = (size_t)MODEL_LABELLER_ROW << MODEL_LABELLER_BITS;
    if (bytes.size != sizeof model->head + tagger_size + labeller_size)
        return false;
    memcpy(&model->head, bytes.data, sizeof model->head);
    if (memcmp(model->head.magic, MODEL_MAGIC, sizeof model->head.magic) != 0)
        return false;
    model->tagger = (const int8_t *)bytes.data + sizeof model->head;
    model->labeller = model->tagger + tagger_size;
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
