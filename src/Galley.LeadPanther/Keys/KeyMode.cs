namespace Galley.LeadPanther.Keys;

/// <summary>What a key is for.</summary>
public enum KeyMode
{
    /// <summary>Neither of the documented prefixes.</summary>
    Unknown,

    /// <summary><c>lp_live_</c></summary>
    Live,

    /// <summary><c>lp_test_</c></summary>
    Test,
}
