// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ExperiencePower} from "../../contracts/experience/ExperiencePower.sol";
import {Allocation, CommuneToken} from "../../contracts/token/CommuneToken.sol";
import {Elections} from "../../contracts/validators/Elections.sol";
import {Score} from "../../contracts/validators/IElections.sol";
import {Candidate, Rules, Voter} from "../../contracts/validators/IValidators.sol";
import {Validators} from "../../contracts/validators/Validators.sol";
import {VoterTree} from "../../contracts/validators/VoterTree.sol";
import {Refusals} from "./Refusals.sol";
import {vm} from "./Vm.sol";

/// @notice Bonds and elections with four candidates, and short names for what people do there. The test contract is the
/// administrator, has the treasury's CTT and earns power for others.
abstract contract ElectionTest is Refusals {
    uint48 internal constant GENESIS = 1_700_000_000;
    uint32 internal constant EPOCH = 7 days;
    uint96 internal constant SELF_BOND = 1_000e18;
    uint96 internal constant POWER = 100e6;
    uint96 internal constant MIN_POWER = 10e6;
    uint256 internal constant PLACES = 8;
    uint16 internal constant CANDIDATES = 4;
    uint16 internal constant COMMISSION = 1_000;

    address internal founders = address(0xF0);
    address internal stranger = address(0x5714);

    AccessManager internal access;
    CommuneToken internal token;
    ExperiencePower internal power;
    Validators internal validators;
    Elections internal elections;

    /// @dev Ends in epoch 1 with candidates 1 … 4, and room for three winners.
    function setUp() public virtual {
        vm.warp(GENESIS);
        access = new AccessManager(address(this));
        Allocation[] memory allocations = new Allocation[](1);
        allocations[0] = Allocation(founders, 100_000_000e18);
        token = new CommuneToken(address(access), address(this), allocations);
        power = new ExperiencePower(address(access), GENESIS, EPOCH);
        power.appointMinter(address(this), true);
        validators = new Validators(address(access), token, power, GENESIS, EPOCH, PLACES);
        elections = new Elections(address(access), validators, GENESIS, EPOCH);
        validators.appointElections(elections);
        validators.setRules(Rules(3, SELF_BOND, MIN_POWER));
        for (uint16 i = 1; i <= CANDIDATES; ++i) addExperiencer(candidate(i), POWER * i);
        toEpoch(1);
        for (uint16 i = 1; i <= CANDIDATES; ++i) stand(candidate(i), SELF_BOND, COMMISSION);
    }

    /* ACTORS */

    function candidate(uint16 id) internal pure returns (address) {
        return address(0xCA0000 + uint160(id));
    }

    function voter(uint256 i) internal pure returns (address) {
        return address(0xB00000 + uint160(i));
    }

    function addExperiencer(address account, uint96 amount) internal {
        vm.prank(account);
        uint32 id = power.register(0);
        if (amount > 0) power.mint(id, amount);
    }

    function fund(address account, uint256 amount) internal {
        vm.assertTrue(token.transfer(account, amount));
        vm.prank(account);
        token.approve(address(validators), type(uint256).max);
    }

    function stand(address account, uint96 amount, uint16 commissionBps) internal returns (uint16) {
        fund(account, amount);
        vm.prank(account);
        return validators.stand(amount, commissionBps);
    }

    function bond(address account, uint96 amount) internal returns (uint32) {
        fund(account, amount);
        vm.prank(account);
        return validators.bond(amount);
    }

    function nominate(address account, uint16[] memory targets) internal {
        vm.prank(account);
        validators.nominate(targets);
    }

    /// @dev Bonds and nominates; voters get the ids 1, 2, … in the order in which they come.
    function vote(uint256 i, uint96 amount, uint16[] memory targets) internal returns (uint32 voterId) {
        voterId = bond(voter(i), amount);
        nominate(voter(i), targets);
    }

    function unbond(address account, uint96 amount) internal {
        vm.prank(account);
        validators.unbond(amount);
    }

    /* TIME */

    function toEpoch(uint32 epoch) internal {
        vm.warp(GENESIS + uint256(epoch) * EPOCH);
    }

    /// @dev Where the election for a term begins.
    function toFreeze(uint32 term) internal {
        toEpoch(term * 4 - 1);
    }

    function toTerm(uint32 term) internal {
        toEpoch(term * 4);
    }

    /* LISTS */

    function ids(uint16 a) internal pure returns (uint16[] memory list) {
        list = new uint16[](1);
        list[0] = a;
    }

    function ids(uint16 a, uint16 b) internal pure returns (uint16[] memory list) {
        list = new uint16[](2);
        (list[0], list[1]) = (a, b);
    }

    function ids(uint16 a, uint16 b, uint16 c) internal pure returns (uint16[] memory list) {
        list = new uint16[](3);
        (list[0], list[1], list[2]) = (a, b, c);
    }

    function ids(uint16 a, uint16 b, uint16 c, uint16 d) internal pure returns (uint16[] memory list) {
        list = new uint16[](4);
        (list[0], list[1], list[2], list[3]) = (a, b, c, d);
    }

    /* SOLUTIONS */

    /// @dev The whole stake behind one winner.
    function all(uint8 lane, uint8 winner) internal pure returns (bytes memory) {
        return abi.encodePacked(uint8(1), lane, winner);
    }

    /// @dev `amount` behind the first of two winners, the rest behind the second.
    function split(
        uint8 lane,
        uint8 winner,
        uint96 amount,
        uint8 lastLane,
        uint8 lastWinner
    ) internal pure returns (bytes memory) {
        return abi.encodePacked(uint8(2), lane, winner, amount, lastLane, lastWinner);
    }

    function voters(uint32 a, uint32 b, uint32 c) internal pure returns (bytes memory) {
        return abi.encodePacked(a, b, c);
    }

    function word(uint256 winner, uint256 amount) internal pure returns (uint256) {
        return (winner << 96) | amount;
    }

    function words(uint256 a) internal pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = a;
    }

    function words(uint256 a, uint256 b) internal pure returns (uint256[] memory list) {
        list = new uint256[](2);
        (list[0], list[1]) = (a, b);
    }

    function leaf(uint32 term, uint32 voterId, uint256[] memory edges) internal view returns (bytes32) {
        return VoterTree.leaf(elections.scopeOf(term), voterId, edges);
    }

    function sorted(bytes32 a, bytes32 b) internal pure returns (bytes32) {
        return keccak256(a < b ? abi.encodePacked(a, b) : abi.encodePacked(b, a));
    }

    /* STATE */

    function fingerprint() internal view virtual override returns (bytes32 hash) {
        for (uint16 i = 1; i <= validators.candidateCount(); ++i)
            hash = mix(hash, abi.encode(validators.candidateOf(i)));
        for (uint32 i = 1; i <= validators.voterCount(); ++i) hash = mix(hash, abi.encode(validators.voterOf(i)));
        for (uint32 term = 1; term <= 4; ++term) {
            (Score memory score, bytes32 root) = elections.outcomeOf(term);
            hash = mix(hash, abi.encode(score, root, elections.seatsIn(term), validators.rulesAt(term)));
        }
        (uint256 listed, uint256 smallest) = validators.listing();
        return mix(hash, abi.encode(listed, smallest, token.balanceOf(address(validators)), token.totalSupply()));
    }

    function mix(bytes32 hash, bytes memory more) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hash, more));
    }

    function candidateOf(uint16 id) internal view returns (Candidate memory) {
        return validators.candidateOf(id);
    }

    function voterOf(uint32 id) internal view returns (Voter memory) {
        return validators.voterOf(id);
    }

    function refuse(address caller, bytes memory data, bytes memory expected) internal {
        assertRefused(caller, address(validators), data, expected);
    }

    function refuseElection(bytes memory data, bytes memory expected) internal {
        assertRefused(stranger, address(elections), data, expected);
    }
}
