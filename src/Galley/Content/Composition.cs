using System.Collections.Frozen;
using System.Text;

namespace Galley.Content;

/// <summary>
/// Unicode's normal form C for the letters that people use in file names. Galley runs without the system's language data, so
/// string.Normalize does nothing here. The table is from UnicodeData.txt: for each mark, pairs of a letter and the letter with
/// the mark.
/// </summary>
internal static class Composition
{
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Table = Pairs();

    public static string Compose(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (composed.Length > 0 && Compose(composed[^1], unit) is { } letter)
            {
                composed[^1] = letter;
            }
            else
            {
                composed.Append(unit);
            }
        }

        return composed.ToString();
    }

    private static char? Compose(char letter, char mark) =>
        Table.TryGetValue((letter, mark), out var composed) ? composed : Hangul(letter, mark);

    /// <summary>Korean syllables are composed by arithmetic (The Unicode Standard, section 3.12).</summary>
    private static char? Hangul(char letter, char mark)
    {
        const int Syllables = 0xAC00;
        const int Vowels = 21;
        const int Tails = 28;
        return letter is >= '\u1100' and <= '\u1112' && mark is >= '\u1161' and <= '\u1175'
                ? (char)(Syllables + ((((letter - 0x1100) * Vowels) + (mark - 0x1161)) * Tails))
            : letter is >= '\uAC00' and <= '\uD7A3'
            && (letter - Syllables) % Tails == 0
            && mark is > '\u11A7' and <= '\u11C2'
                ? (char)(letter + (mark - 0x11A7))
            : null;
    }

    private static FrozenDictionary<(char Letter, char Mark), char> Pairs()
    {
        var rows = new Dictionary<char, string>
        {
            ['\u0300'] =
                "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳἀἂἁἃἈἊἉἋἐἒἑἓἘἚἙἛἠἢἡἣ"
                + "ἨἪἩἫἰἲἱἳἸἺἹἻὀὂὁὃὈὊὉὋὐὒὑὓὙὛὠὢὡὣὨὪὩὫαὰεὲηὴιὶοὸυὺωὼΑᾺΕῈΗῊ\u1FBF\u1FCDϊῒΙῚ\u1FFE\u1FDDϋῢΥῪ"
                + "\u00A8\u1FEDΟῸΩῺ",
            ['\u0301'] =
                "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿ\u00A8\u0385ΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐ"
                + "αάεέηήιίϋΰοόυύωώϒϓГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứἀἄἁἅἈἌ"
                + "ἉἍἐἔἑἕἘἜἙἝἠἤἡἥἨἬἩἭἰἴἱἵἸἼἹἽὀὄὁὅὈὌὉὍὐὔὑὕὙὝὠὤὡὥὨὬὩὭ\u1FBF\u1FCE\u1FFE\u1FDE",
            ['\u0302'] = "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ",
            ['\u0303'] = "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ",
            ['\u0304'] = "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣУӮуӯGḠgḡḶḸḷḹṚṜṛṝαᾱΑᾹιῑΙῙυῡΥῩ",
            ['\u0306'] = "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặαᾰΑᾸιῐΙῘυῠΥῨ",
            ['\u0307'] = "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ",
            ['\u0308'] =
                "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋϒϔЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤиӥОӦоӧӨӪөӫЭӬэӭУӰуӱЧӴчӵЫӸыӹHḦhḧÕṎõṏŪṺ"
                + "ūṻWẄwẅXẌxẍtẗ",
            ['\u0309'] = "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ",
            ['\u030A'] = "AÅaåUŮuůwẘyẙ",
            ['\u030B'] = "OŐoőUŰuűУӲуӳ",
            ['\u030C'] = "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ",
            ['\u030F'] = "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ",
            ['\u0311'] = "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ",
            ['\u0313'] = "αἀΑἈεἐΕἘηἠΗἨιἰΙἸοὀΟὈυὐωὠΩὨρῤ",
            ['\u0314'] = "αἁΑἉεἑΕἙηἡΗἩιἱΙἹοὁΟὉυὑΥὙωὡΩὩρῥΡῬ",
            ['\u031B'] = "OƠoơUƯuư",
            ['\u0323'] = "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ",
            ['\u0324'] = "UṲuṳ",
            ['\u0325'] = "AḀaḁ",
            ['\u0326'] = "SȘsșTȚtț",
            ['\u0327'] = "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ",
            ['\u0328'] = "AĄaąEĘeęIĮiįUŲuųOǪoǫ",
            ['\u032D'] = "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ",
            ['\u032E'] = "HḪhḫ",
            ['\u0330'] = "EḚeḛIḬiḭUṴuṵ",
            ['\u0331'] = "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ",
            ['\u0342'] = "ἀἆἁἇἈἎἉἏἠἦἡἧἨἮἩἯἰἶἱἷἸἾἹἿὐὖὑὗὙὟὠὦὡὧὨὮὩὯαᾶ\u00A8\u1FC1ηῆ\u1FBF\u1FCFιῖϊῗ\u1FFE\u1FDFυῦϋῧωῶ",
            ['\u0345'] =
                "ἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἈᾈἉᾉἊᾊἋᾋἌᾌἍᾍἎᾎἏᾏἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗἨᾘἩᾙἪᾚἫᾛἬᾜἭᾝἮᾞἯᾟὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὨᾨὩᾩὪᾪὫᾫὬᾬὭᾭὮᾮὯᾯ"
                + "ὰᾲαᾳάᾴᾶᾷΑᾼὴῂηῃήῄῆῇΗῌὼῲωῳώῴῶῷΩῼ",
            ['\u0653'] = "\u0627\u0622",
            ['\u0654'] = "\u0627\u0623\u0648\u0624\u064A\u0626\u06D5\u06C0\u06C1\u06C2\u06D2\u06D3",
            ['\u0655'] = "\u0627\u0625",
            ['\u093C'] = "नऩरऱळऴ",
            ['\u09BE'] = "\u09C7\u09CB",
            ['\u09D7'] = "\u09C7\u09CC",
            ['\u0B3E'] = "\u0B47\u0B4B",
            ['\u0B56'] = "\u0B47\u0B48",
            ['\u0B57'] = "\u0B47\u0B4C",
            ['\u0BBE'] = "\u0BC6\u0BCA\u0BC7\u0BCB",
            ['\u0BD7'] = "ஒஔ\u0BC6\u0BCC",
            ['\u0C56'] = "\u0C46\u0C48",
            ['\u0CC2'] = "\u0CC6\u0CCA",
            ['\u0CD5'] = "\u0CBF\u0CC0\u0CC6\u0CC7\u0CCA\u0CCB",
            ['\u0CD6'] = "\u0CC6\u0CC8",
            ['\u0D3E'] = "\u0D46\u0D4A\u0D47\u0D4B",
            ['\u0D57'] = "\u0D46\u0D4C",
            ['\u0DCA'] = "\u0DD9\u0DDA\u0DDC\u0DDD",
            ['\u0DCF'] = "\u0DD9\u0DDC",
            ['\u0DDF'] = "\u0DD9\u0DDE",
            ['\u102E'] = "ဥဦ",
            ['\u1B35'] = "ᬅᬆᬇᬈᬉᬊᬋᬌᬍᬎᬑᬒ\u1B3A\u1B3B\u1B3C\u1B3D\u1B3E\u1B40\u1B3F\u1B41\u1B42\u1B43",
            ['\u3099'] =
                "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ",
            ['\u309A'] = "はぱひぴふぷへぺほぽハパヒピフプヘペホポ",
        };
        return rows.SelectMany(row =>
                row.Value.Chunk(2).Select(pair => KeyValuePair.Create((pair[0], row.Key), pair[1]))
            )
            .ToFrozenDictionary();
    }
}
