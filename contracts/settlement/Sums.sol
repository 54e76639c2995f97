// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice Sales, fees, commissions (uint72 each, smallest unit of the settlement asset) and a count (uint40) in one word,
/// lowest bits first.
type Sums is uint256;

using SumsLib for Sums global;
using {_add as +, _equals as ==, _differs as !=} for Sums global;

/// @notice A lane of a sum overflowed.
error SumsOverflow(Sums a, Sums b);

/// @dev The highest bit of every lane.
uint256 constant HIGH_BITS = (1 << 71) | (1 << 143) | (1 << 215) | (1 << 255);

/// @dev Adds all lanes at once. The lowest lane that overflows carries out of its highest bit whatever the lanes above do,
/// so looking at the carry of every highest bit finds an overflow in any lane.
function _add(Sums a, Sums b) pure returns (Sums) {
    uint256 x = Sums.unwrap(a);
    uint256 y = Sums.unwrap(b);
    unchecked {
        uint256 sum = x + y;
        uint256 carries = (x & y) | ((x | y) & ~sum);
        require(carries & HIGH_BITS == 0, SumsOverflow(a, b));
        return Sums.wrap(sum);
    }
}

function _equals(Sums a, Sums b) pure returns (bool) {
    return Sums.unwrap(a) == Sums.unwrap(b);
}

function _differs(Sums a, Sums b) pure returns (bool) {
    return Sums.unwrap(a) != Sums.unwrap(b);
}

/// @title SumsLib
/// @notice Makes and reads `Sums`.
library SumsLib {
    function pack(uint72 sales_, uint72 fees_, uint72 commissions_, uint40 count_) internal pure returns (Sums) {
        return
            Sums.wrap(
                uint256(sales_) | (uint256(fees_) << 72) | (uint256(commissions_) << 144) | (uint256(count_) << 216)
            );
    }

    function sales(Sums self) internal pure returns (uint72) {
        return uint72(Sums.unwrap(self));
    }

    function fees(Sums self) internal pure returns (uint72) {
        return uint72(Sums.unwrap(self) >> 72);
    }

    function commissions(Sums self) internal pure returns (uint72) {
        return uint72(Sums.unwrap(self) >> 144);
    }

    function count(Sums self) internal pure returns (uint40) {
        return uint40(Sums.unwrap(self) >> 216);
    }
}
