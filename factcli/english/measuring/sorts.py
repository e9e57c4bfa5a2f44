"""Sorts of one kind, of which a figure counts or measures one: wheat is not rye."""

from __future__ import annotations

from factcli.english.rows import word_set

# A row for each kind: what is said of one of its words is not said of another.
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
