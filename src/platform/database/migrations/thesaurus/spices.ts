/** Synonyms of spices, pickles and sauces, one group a line. The first word names the group. */
export const SPICES = {
  en: `
    asafoetida, hing
    carom seeds, ajwain, bishop's weed
    cumin, cumin seeds, jeera
    fennel, fennel seeds, saunf
    nigella seeds, kalonji, black cumin, onion seeds
    pepper, peppercorn, black pepper
    cinnamon, cinnamon stick, cinnamon quills
    red chilli powder, chilli powder, chili powder, cayenne
    whole red chilli, dried chilli, dry red chilli
    rock salt, pink salt, himalayan salt
    table salt, iodised salt, iodized salt
    ketchup, tomato sauce, catsup
    schezwan, szechuan, sichuan
    soy sauce, soya sauce
    pasta sauce, spaghetti sauce, marinara
    mayonnaise, mayo
    peanut butter, groundnut butter
    vinegar, sirka
    vanilla, vanilla essence, vanilla extract`,
  hi: `
    turmeric, turmeric powder, haldi, haldee, manjal, pasupu, arishina, हल्दी
    red chilli powder, lal mirch, lal mirchi, lal mirch powder, lal mirchi powder, mirchi powder, लाल मिर्च, लाल मिर्च पाउडर
    kashmiri chilli powder, kashmiri lal mirch, degi mirch, कश्मीरी मिर्च
    whole red chilli, sukhi lal mirch, sabut lal mirch, khadi lal mirch, सूखी लाल मिर्च
    cumin, cumin seeds, jeera, zeera, jira, jeelakarra, seeragam, जीरा
    cumin powder, jeera powder, जीरा पाउडर
    coriander powder, dhania powder, dhaniya powder, pisa dhania, धनिया पाउडर
    coriander seeds, sabut dhania, khada dhania, साबुत धनिया
    mustard seeds, rai, raai, sarson, avalu, kadugu, राई, सरसों
    fennel, fennel seeds, saunf, sonf, variyali, sombu, सौंफ
    carom seeds, ajwain, ajwan, ajowan, omam, vamu, अजवाइन
    fenugreek seeds, methi dana, methi seeds, मेथी दाना
    nigella seeds, kalonji, कलौंजी
    sesame, sesame seeds, til, nuvvulu, ellu, तिल
    poppy seeds, khus khus, khuskhus, posto, खसखस
    pepper, peppercorn, black pepper, kali mirch, kali mirchi, milagu, miriyalu, काली मिर्च
    cardamom, green cardamom, elaichi, ilaichi, elaychi, velchi, इलायची, हरी इलायची
    black cardamom, badi elaichi, moti elaichi, बड़ी इलायची
    clove, cloves, laung, lavang, lavangam, लौंग
    cinnamon, dalchini, daalchini, pattai, दालचीनी
    bay leaf, bay leaves, tej patta, tejpatta, तेज पत्ता, तेजपत्ता
    star anise, chakra phool, chakri phool, badiyan, चक्र फूल
    nutmeg, jaiphal, जायफल
    mace, javitri, जावित्री
    saffron, kesar, zafran, केसर
    asafoetida, hing, heeng, perungayam, inguva, हींग
    dry ginger, sonth, saunth, सोंठ
    dry mango powder, amchur, aamchur, amchoor, अमचूर
    dried fenugreek leaves, kasuri methi, kasoori methi, कसूरी मेथी
    garam masala, गरम मसाला
    chaat masala, chat masala, चाट मसाला
    sambar powder, sambhar masala, sambar masala, sambhar powder, सांबर मसाला
    biryani masala, biriyani masala, बिरयानी मसाला
    spice, masala, masale, मसाला, मसाले
    salt, namak, uppu, नमक
    rock salt, sendha namak, saindhav, सेंधा नमक
    black salt, kala namak, काला नमक
    tamarind, imli, puli, chintapandu, chinch, इमली
    kokum, kokam, amsol, कोकम
    pickle, achar, achaar, aachar, urugai, pachadi, loncha, अचार
    mango pickle, aam ka achar, aam achar, aam ka achaar, आम का अचार
    lime pickle, lemon pickle, nimbu achar, nimbu ka achar, नींबू का अचार
    garlic pickle, lehsun achar, lehsun ka achar, लहसुन का अचार
    mixed pickle, mix achar, mixed achar, मिक्स अचार
    chutney, chatni, चटनी
    vinegar, sirka, सिरका
    sauce, saas, सॉस
    ketchup, tomato sauce, tamatar sauce, टोमैटो केचप, केचप
    papad, papadum, poppadom, appalam, पापड़`,
};
