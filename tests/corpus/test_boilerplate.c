/* test_boilerplate.c: paragraphs that belong to the page, and paragraphs of articles that sound as if they
 * did. */
#include "support.h"

#include "boilerplate.h"
#include "words.h"

#include "whosaid/base/array.h"

struct sample {
    bool page;
    const char *text;
};

static const struct sample samples[] = {
    /* Sharing. */
    {true, "Share this story"},
    {true, "Share on Facebook"},
    {true, "Tweet this article"},
    {true, "Copy link to clipboard"},
    {true, "Print this page"},
    {true, "Email this article to a friend"},
    {true, "Shareable link"},
    /* Subscribing and paying. */
    {true, "Subscribe to our newsletter"},
    {true, "Sign up for our free weekly newsletter and never miss a story."},
    {true, "Thanks for reading! Please consider subscribing if you like our articles."},
    {true, "Already a subscriber? Log in to your account."},
    {true, "Support our work: donate to keep this site free for readers like you."},
    {true, "To read the full article, please subscribe."},
    {true, "Get the latest stories in your inbox every morning."},
    {true, "Download our app to read more stories like this."},
    /* Following. */
    {true, "Follow us on Twitter and Instagram."},
    {true, "Follow Ada Nyberg on Twitter @adanyberg"},
    {true, "Join the conversation on our Facebook page."},
    {true, "Have a tip for our reporters? Email us at desk@harbour-courier.example."},
    /* Commenting. */
    {true, "Leave a Comment"},
    {true, "Your e-mail address will not be published. Required fields are marked."},
    {true, "Comments are closed on this article."},
    {true, "Please log in to leave a comment."},
    {true, "Comment via Facebook"},
    {true, "Trackbacks and pingbacks are off."},
    /* Going elsewhere. */
    {true, "Next Post"},
    {true, "Previous article"},
    {true, "Related stories"},
    {true, "Read more: Harbour council votes on third crane"},
    {true, "Tags: harbour, cranes, steel"},
    {true, "Top stories"},
    {true, "Skip to content"},
    {true, "Most Read"},
    {true, "0 Comments"},
    {true, "Facebook Twitter"},
    {true, "Also read: Ferry adds a winter sailing"},
    {true, "What do you think? Let us know in the comments below."},
    {true, "Save my name and email in this browser for the next time I comment."},
    /* Rights, errors, cookies, credits. */
    {true, "© 2031 Aldby Advertiser"},
    {true, "Copyright Aldby Advertiser. All rights reserved."},
    {true, "Corrections: Found an error? Please email us and we will put it right."},
    {true, "This site uses cookies. Read our privacy policy to learn more."},
    {true, "Advertisement"},
    {true, "Sponsored content"},
    {true, "(Reporting by Siv Aune in Aldby; Editing by Mats Boe)"},
    {true, "Siv Aune and Mats Boe contributed to this report."},
    {true,
     "Aune reported from Aldby. Norrland News writer Mats Boe in Port Ellery contributed to this report."},
    {true, "Our Standards: The Aldby Advertiser Reporting Principles"},
    {true, "This story was originally published by the Aldby Advertiser."},
    {true, "A version of this article appeared in print on March 3, 2031, on Page A4."},
    {true, "Write to Siv Aune at siv.aune@aldby.example"},
    {true, "Source: Norrland News Agency"},
    /* Pictures. */
    {true, "The bridge over the Skell on Sunday. Photo: Mats Boe/Norrland News"},
    {true, "Dockers wait for the ferry in Port Ellery, March 3, 2031. Mats Boe/AFP"},
    {true, "Image caption, Dockers wait for the ferry"},
    {true, "Enlarge this image"},
    {true, "Mats Boe/Pool via Getty Images"},
    {true, "Transcript"},

    /* Articles. */
    {false, "Share prices in Aldby fell 3 percent on Thursday after the bank reported a loss."},
    {false, "“You can follow me on Twitter,” the minister told reporters."},
    {false, "The minister declined to comment on the article, saying he had not read it."},
    {false, "Please send more ships, she told the council in a letter."},
    {false, "Comment was not immediately available from the embassy."},
    {false, "Follow the money, the prosecutor said."},
    {false, "Leave campaigners won the vote in Port Ellery by two points."},
    {false, "Join or die was the choice that the council left to the smaller ports."},
    {false, "The post will remain vacant until the president names a successor."},
    {false, "He shared the story on Facebook, where it drew 4,000 comments in a day."},
    {false, "The site of the old post office will become a park."},
    {false, "Support for the war has fallen in every poll since March."},
    {false, "Next week the two leaders meet again in Geneva."},
    {false, "More than 400 people were moved from their homes."},
    {false, "The newspaper apologized for the correction and fired two editors."},
    {false, "You could hear the guns from the harbour."},
    {false, "If you look at it that way, every harbour is a kind of bet on the next page of history."},
    {false, "Email records that were leaked last year show that the ministry knew."},
    {false, "Facebook and Twitter said they would remove the posts."},
    {false, "The new privacy policy was approved by the parliament on Tuesday."},
    {false, "Print shops in the capital worked through the night before the vote."},
    {false, "Watch committees patrolled the quay, as they had in 1944."},
    {false, "Related charges against his brother were dropped in May."},
    {false, "Top officials met in Vienna."},
    {false, "Latest figures from the port show a fall of a tenth."},
    {false, "Dockers left the talks after an hour. (Reporting by Siv Aune)"},
    {false, "His rÃ©sumÃ© lists three ministries and a bank."},
    {false, "Leave: 52 percent"},
    {false,
     "Despite reports that urge rules for digital ads, officials have not touched the law on political ads."},
    {false, "Shelling was reported from Port Ellery and Aldby on Tuesday."},
    {false, "The photo by Mats Boe shows three men on the bridge."},
    {false, "A Reuters/Ipsos poll of 1,000 voters gave Labour a lead of two points."},
    {false, "A source close to the talks called the draft a photo opportunity."},
    {false, "Write to your mother, the general told his men."},
    {false, "Read by millions, the newspaper lost its license in 2019."},
    {false, "The newsletter, read by diplomats, was the first to report the deal."},
    {false, "Log books recovered from the ship show its last position."},
    {false, "Reporting by the observers shows that 300 died."},
    {false, "Save the grain, feed the world, the slogan ran."},
    {false, "You can read the ruling on the court's website."},
    {false, "See you in court"},
    {false, "Watch your language, Mr. President"},
    {false, "In the news: nothing but rain."},
    {false, "Comment: The bridge must stay shut"},
    {false, "Who Pays For The Steel"},
    {false, "Leave Campaign Wins in Port Ellery"},
    {false, "Strengthening Ties"},
    {false, ""},
};

static void pages_are_told_from_articles(void **state)
{
    unsigned wrong = 0;
    for (size_t i = 0; i < LENGTH(samples); i++) {
        int score = boilerplate_score(str_from(samples[i].text));
        if ((score >= BOILERPLATE_SURE) == samples[i].page)
            continue;
        print_error("%s, but scored %d: %s\n", samples[i].page ? "of the page" : "of the article", score,
                    samples[i].text);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void the_lexicon_can_be_searched(void **state)
{
    assert_true(word_lexicon_is_sorted());
    assert_true(word_classes(STR("SUBSCRIBE")) & WORD_ACTION);
    assert_int_equal(word_classes(STR("harbour")), 0);
    assert_int_equal(word_classes(STR("")), 0);
}

struct marked {
    const char *text;
    const char *kinds; /* a letter a block: p for the page, . for the article */
};

static void the_blocks_around_decide(void **state)
{
    static const struct marked cases[] = {
        /* Headlines of other stories between links belong to the page, */
        {"It rained on Monday.\n\nPrev Post\n\nFerry Adds Sailing\n\nNext Post\n\nKeeper Retires\n\nLeave a "
         "Reply",
         ".ppppp"},
        /* a heading before the page's end does not, */
        {"It rained on Monday.\n\nWhat Comes Next\n\nIt rained again.\n\nShare this post", "...p"},
        /* nor does a paragraph after it, */
        {"It rained.\n\nSubscribe to our newsletter\n\nIt went on raining.\n\nShare this post", ".p.p"},
        /* nor a list that a single label precedes. */
        {"It rained.\n\nAdvertisement\n\nSunday\n\nMonday\n\nTuesday\n\nWednesday\n\nThursday\n\nFriday",
         ".p......"},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct str text = str_from(cases[i].text);
        block_vector blocks = {0};
        struct strbuf kinds;
        strbuf_init(&kinds);
        blocks_scan(text, 0, &blocks);
        boilerplate_mark(text, &blocks);
        vector_each (&blocks, block)
            strbuf_add_byte(&kinds, block->kind == BLOCK_BOILERPLATE ? 'p' : '.');
        assert_str(strbuf_str(&kinds), cases[i].kinds);
        strbuf_release(&kinds);
        vector_release(&blocks);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_told_from_articles),
        cmocka_unit_test(the_lexicon_can_be_searched),
        cmocka_unit_test(the_blocks_around_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
