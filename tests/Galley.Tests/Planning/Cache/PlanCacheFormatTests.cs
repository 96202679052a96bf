using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Planning.Cache;
using NodaTime;

namespace Galley.Tests.Planning.Cache;

public class PlanCacheFormatTests
{
    [Test]
    public void Outline_WithEveryFieldSet_ComesBackWhole()
    {
        var summary = (ClientSummary)Filled(typeof(ClientSummary));

        Assert.That(Facts(PlanCacheFormat.TryRead(PlanCacheFormat.Write(summary))!), Is.EqualTo(Facts(summary)));
    }

    [Test]
    public void Outline_WithNothingOptional_ComesBackWhole()
    {
        var action = new PlanAction
        {
            Type = ActionType.RemoveByHand,
            Kind = Kind.LeadMagnet,
            Key = "k",
        };
        var summary = new ClientSummary(null, new ClientPlan("s", null, null, [action]), []);

        Assert.That(Facts(PlanCacheFormat.TryRead(PlanCacheFormat.Write(summary))!), Is.EqualTo(Facts(summary)));
    }

    [Test]
    public void Bytes_CutOffAnywhere_AreNone()
    {
        var bytes = PlanCacheFormat.Write((ClientSummary)Filled(typeof(ClientSummary)));

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.That(PlanCacheFormat.TryRead(bytes[..length]), Is.Null);
        }
    }

    /// <summary>Every property of every record in it as a line, however deep: a property that is added later is among them.</summary>
    private static string[] Facts(object value, string path = "") =>
        value switch
        {
            string or ValueType and not IEnumerable => [$"{path} = {value}"],
            IEnumerable items => [.. items.Cast<object>().SelectMany((item, index) => Facts(item, $"{path}[{index}]"))],
            _ =>
            [
                .. Properties(value.GetType())
                    .SelectMany(property =>
                        property.GetValue(value) is { } inner
                            ? Facts(inner, $"{path}.{property.Name}")
                            : [$"{path}.{property.Name} = null"]
                    ),
            ],
        };

    private static object Filled(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return $"text {_count++}";
        }

        if (type == typeof(int))
        {
            return ++_count;
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type == typeof(Instant))
        {
            return Instant.FromUnixTimeSeconds(++_count);
        }

        if (type == typeof(Position))
        {
            return new Position(++_count, ++_count);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return List(type.GetGenericArguments()[0]);
        }

        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var made = constructor.Invoke([
            .. constructor.GetParameters().Select(parameter => Filled(parameter.ParameterType)),
        ]);
        foreach (var property in Properties(type).Where(property => property.CanWrite))
        {
            property.SetValue(made, Filled(property.PropertyType));
        }

        return made;
    }

    private static int _count;

    private static object List(Type item) =>
        typeof(PlanCacheFormatTests)
            .GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item)
            .Invoke(null, null)!;

    private static ImmutableArray<T> ListOf<T>() => [(T)Filled(typeof(T)), (T)Filled(typeof(T))];

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not "EqualityContract");
}
