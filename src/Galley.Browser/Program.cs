using System.Runtime.Versioning;
using Galley.Browser;

[assembly: SupportedOSPlatform("browser")]

EntryChecker.WarmUp();
