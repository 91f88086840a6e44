/* test_calibration.c: curves from raw confidences to shares: straight between points, level beyond them; and
 * those compiled in never turn an order round. */
#include "calibration.h"
#include "rules.h"
#include "support.h"

static void assert_near(float actual, float expected)
{
    assert_true(actual > expected - 0.0005f && actual < expected + 0.0005f);
}

static void test_share(void **state)
{
    static const struct calibration_point points[] = {{0.2f, 0.4f}, {0.6f, 0.8f}, {0.7f, 0.8f}};
    assert_near(calibration_share(points, 3, 0.1f), 0.4f);
    assert_near(calibration_share(points, 3, 0.2f), 0.4f);
    assert_near(calibration_share(points, 3, 0.3f), 0.5f);
    assert_near(calibration_share(points, 3, 0.6f), 0.8f);
    assert_near(calibration_share(points, 3, 0.65f), 0.8f);
    assert_near(calibration_share(points, 3, 1), 0.8f);
    assert_near(calibration_share(points, 1, 1), 0.4f);
    assert_near(calibration_share(NULL, 0, 0.3f), 0.3f);
}

static float calibrated(uint32_t rule, float raw)
{
    struct attribution attribution = {.rule = rule, .confidence = raw};
    struct reading reading = {.attributions = &attribution, .attribution_count = 1};
    calibration_run(&reading);
    return attribution.confidence;
}

static void test_curves_keep_the_order(void **state)
{
    for (uint32_t rule = 0; rule < RULE_COUNT; rule++) {
        float last = 0;
        for (int raw = 0; raw <= 1000; raw++) {
            float share = calibrated(rule, (float)raw / 1000);
            assert_true(share >= last && share <= 1);
            last = share;
        }
        assert_true(last > calibrated(rule, 0));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_share),
        cmocka_unit_test(test_curves_keep_the_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
