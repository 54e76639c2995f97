// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ballots} from "../../contracts/court/Ballots.sol";
import {Headers} from "../../contracts/court/Headers.sol";

/// @notice The court's libraries, callable.
contract CourtHarness {
    using Ballots for uint120;

    function prevRandao(bytes calldata header) external pure returns (bytes32) {
        return Headers.prevRandao(header);
    }

    function plurality(uint120 votes) external pure returns (uint256 choice, bool decided) {
        return votes.plurality();
    }

    /// @dev Many at once, for differential tests.
    function pluralities(
        uint120[] calldata votes
    ) external pure returns (uint256[] memory choices, bool[] memory decided) {
        (choices, decided) = (new uint256[](votes.length), new bool[](votes.length));
        for (uint256 i; i < votes.length; ++i) (choices[i], decided[i]) = votes[i].plurality();
    }
}
