"""Words that tell one figure from another: the new and the total, the dead and the injured, wheat and rye."""

from __future__ import annotations

from factcli.english.rows import word_set

# Verbs that every figure may come after: they say little about which figure it is.
LIGHT_VERBS = word_set(
    "have has had hold reach become make take get give go come see say tell report state announce show include bring "
    "stand rise grow use receive earn set put keep accord note know call name list consist person people number "
    "figure amount level"
)

# Words that distinguish the figures of one sentence.
ROLE_WORDS = word_set(
    "new total domestic foreign overseas international worldwide global opening weekend budget cost gross profit loss "
    "death die kill injure wound recover case test approval average rating score review critic first second third "
    "last final initial former home away male female annual monthly daily weekly production net debt revenue income "
    "season week quarter half male female adult child urban rural minimum maximum capacity territory reward price area "
    "job soldier length height width weight distance population speed age"
)

NEW = word_set("new more additional further extra another newly")

TOTAL = word_set("total overall altogether cumulative combined tally")

OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        word_set("death die dead kill fatality toll"),
        word_set("injure injury wound hurt recover recovery case test infection"),
    ),
    (word_set("recover recovery"), word_set("case test infection death die")),
    (word_set("domestic"), word_set("overseas foreign international worldwide global")),
    (word_set("budget cost"), word_set("gross earn revenue collect")),
    (word_set("approval rating"), word_set("review critic")),
    (word_set("male man men boy"), word_set("female woman women girl")),
    (word_set("urban"), word_set("rural")),
    (word_set("import"), word_set("export")),
    (word_set("win victory won"), word_set("lose loss lost defeat draw")),
    (word_set("arrive arrival"), word_set("depart departure leave")),
    (word_set("minimum low lowest"), word_set("maximum high highest")),
    (word_set("hire recruit enlist"), word_set("lose lost desert dismiss fire sack")),
    (word_set("build construct complete erect"), word_set("demolish raze torn tear flatten bulldoze")),
    (word_set("buy bought purchase"), word_set("sell sold sale")),
)

PART_OF = word_set("the his her its their these those them which whom our my all")

# Sorts of one kind in a row, of which a figure counts or measures one: what is said of wheat is not said of rye.
SORTS: tuple[frozenset[str], ...] = (
    word_set("wheat rye barley oats maize corn rice millet sorghum soya soybeans rapeseed sunflower potatoes sugar"),
    word_set("apples pears plums cherries peaches grapes oranges lemons bananas strawberries olives tomatoes"),
    word_set("cattle cows sheep goats pigs poultry chickens turkeys ducks geese horses"),
    word_set("cod herring mackerel salmon tuna haddock sardines anchovies eels trout prawns"),
    word_set("gold silver platinum copper zinc nickel lead tin lithium cobalt aluminium aluminum iron uranium"),
    word_set("oil gas coal lignite peat hydrogen diesel petrol kerosene"),
    word_set("solar wind nuclear hydro geothermal"),
    word_set("cars lorries trucks vans buses motorcycles bicycles trams trains"),
    word_set("measles mumps cholera malaria dengue influenza flu polio tuberculosis ebola mpox covid rubella"),
    word_set("murders burglaries robberies rapes assaults thefts arsons kidnappings"),
    word_set("beer wine whisky whiskey vodka cider rum gin"),
    word_set("milk cheese butter yoghurt cream"),
    word_set("cocaine heroin cannabis methamphetamine opium ecstasy fentanyl"),
    word_set("football rugby cricket hockey tennis basketball baseball volleyball handball badminton"),
    word_set("infection illness hospitalisation hospitalization death transmission"),
    word_set("catholics protestants muslims jews hindus buddhists"),
)
