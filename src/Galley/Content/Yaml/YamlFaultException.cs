namespace Galley.Content.Yaml;

/// <summary>Ends the reading of a file whose rest can't be trusted. Never leaves <see cref="YamlText"/>.</summary>
internal sealed class YamlFaultException(Fault fault) : Exception(fault.Message)
{
    public Fault Fault { get; } = fault;
}
