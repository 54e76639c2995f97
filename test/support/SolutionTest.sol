// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IElections, Score} from "../../contracts/validators/IElections.sol";
import {ElectionTest} from "./ElectionTest.sol";
import {vm} from "./Vm.sol";

/// @notice Four voters and the election for term 1, open. Voter 1 has 100 for candidates 1 and 2, voter 2 has 200 for 2 and 3, voter 3
/// has 300 for 1, 3 and 4, voter 4 has 50 for 4 alone.
abstract contract SolutionTest is ElectionTest {
    function setUp() public virtual override {
        super.setUp();
        vote(1, 100, ids(1, 2));
        vote(2, 200, ids(2, 3));
        vote(3, 300, ids(1, 3, 4));
        vote(4, 50, ids(4));
        toFreeze(1);
    }

    function winners() internal pure returns (uint16[] memory) {
        return ids(1, 2, 3);
    }

    /// @dev Everybody behind one winner: 100, 200, 300.
    function plainEdges() internal pure returns (bytes memory) {
        return abi.encodePacked(all(0, 0), all(0, 1), all(1, 2));
    }

    /// @dev Voter 3 gives `amount` to candidate 1: 100 + amount, 200, 300 − amount.
    function splitEdges(uint96 amount) internal pure returns (bytes memory) {
        return abi.encodePacked(all(0, 0), all(0, 1), split(0, 0, amount, 1, 2));
    }

    function submission(
        uint16[] memory winners_,
        bytes memory voters_,
        bytes memory edges
    ) internal pure returns (bytes memory) {
        return abi.encodeCall(IElections.submit, (1, winners_, voters_, edges));
    }

    function submit(bytes memory edges) internal {
        vm.prank(stranger);
        elections.submit(1, winners(), voters(1, 2, 3), edges);
    }

    function score(uint8 count, uint96 least, uint96 sum, uint256 squares) internal pure returns (Score memory) {
        return Score(count, least, sum, squares);
    }

    function assertScore(uint32 term, Score memory expected) internal view {
        (Score memory found, ) = elections.outcomeOf(term);
        vm.assertEq(keccak256(abi.encode(found)), keccak256(abi.encode(expected)));
    }
}
