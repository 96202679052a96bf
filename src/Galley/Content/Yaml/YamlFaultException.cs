namespace Galley.Content.Yaml;

/// <summary>Stops reading when the rest of a file can't be trusted. It never leaves <see cref="YamlText"/>.</summary>
internal sealed class YamlFaultException(Fault fault) : Exception(fault.Message)
{
    public Fault Fault { get; } = fault;
}
