// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC5192} from "../../contracts/membership/IERC5192.sol";
import {IMemberships, Kind} from "../../contracts/membership/IMemberships.sol";
import {MembershipsTest} from "../support/MembershipsTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract MembershipsSoulboundTest is MembershipsTest {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = joined(MEMBER, Kind.Expert, 1);
    }

    function test_join_mintsALockedToken() public {
        id = memberships.tokenOf(MEMBER, Kind.Recommender);
        vm.expectEmit(address(memberships));
        emit IERC721.Transfer(address(0), MEMBER, id);
        vm.expectEmit(address(memberships));
        emit IERC5192.Locked(id);
        joined(MEMBER, Kind.Recommender, 1);
        vm.assertEq(memberships.ownerOf(id), MEMBER);
        vm.assertTrue(memberships.locked(id));
        vm.assertEq(memberships.balanceOf(MEMBER), 2);
        vm.assertEq(memberships.name(), "Trusted Commerce Membership");
        vm.assertEq(memberships.symbol(), "TCM");
    }

    function testFuzz_tokenOf_isDifferentForEveryAccountAndKind(address a, address b, uint8 k, uint8 m) public view {
        (k, m) = (uint8(bound(k, 0, 5)), uint8(bound(m, 0, 5)));
        bool same = memberships.tokenOf(a, Kind(k)) == memberships.tokenOf(b, Kind(m));
        vm.assertEq(same, a == b && k == m);
    }

    function test_join_refusesASecondTokenOfTheKind() public {
        bytes memory call_ = abi.encodeCall(IMemberships.join, (Kind.Expert, 1, 0));
        bytes memory reason = abi.encodeWithSelector(IMemberships.AlreadyMember.selector, id);
        assertRefused(MEMBER, address(memberships), call_, reason);
        // An expired one is renewed, too.
        vm.warp(NOW + 2 * YEAR);
        assertRefused(MEMBER, address(memberships), call_, reason);
    }

    function test_attack_transfer_of_a_soulbound_token() public {
        bytes memory soulbound = abi.encodeWithSelector(IMemberships.Soulbound.selector);
        bytes4[2] memory forms = [
            bytes4(keccak256("transferFrom(address,address,uint256)")),
            bytes4(keccak256("safeTransferFrom(address,address,uint256)"))
        ];
        for (uint256 i; i < 2; ++i) {
            assertRefused(MEMBER, address(memberships), abi.encodeWithSelector(forms[i], MEMBER, PAYER, id), soulbound);
            assertRefused(PAYER, address(memberships), abi.encodeWithSelector(forms[i], MEMBER, PAYER, id), soulbound);
            // Not even to oneself.
            assertRefused(
                MEMBER,
                address(memberships),
                abi.encodeWithSelector(forms[i], MEMBER, MEMBER, id),
                soulbound
            );
            // Nor as a way to burn or mint one.
            assertRefused(
                MEMBER,
                address(memberships),
                abi.encodeWithSelector(forms[i], MEMBER, address(0), id),
                abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0))
            );
            uint256 none = memberships.tokenOf(PAYER, Kind.Expert);
            assertRefused(
                PAYER,
                address(memberships),
                abi.encodeWithSelector(forms[i], address(0), PAYER, none),
                abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, none)
            );
        }
        assertRefused(
            MEMBER,
            address(memberships),
            abi.encodeWithSignature("safeTransferFrom(address,address,uint256,bytes)", MEMBER, PAYER, id, "x"),
            soulbound
        );
    }

    function test_attack_approval_of_a_soulbound_token() public {
        bytes memory soulbound = abi.encodeWithSelector(IMemberships.Soulbound.selector);
        assertRefused(MEMBER, address(memberships), abi.encodeCall(IERC721.approve, (PAYER, id)), soulbound);
        assertRefused(
            MEMBER,
            address(memberships),
            abi.encodeCall(IERC721.setApprovalForAll, (PAYER, true)),
            soulbound
        );
        vm.assertEq(memberships.getApproved(id), address(0));
        vm.assertFalse(memberships.isApprovedForAll(MEMBER, PAYER));
    }

    function test_supportsInterface() public view {
        bytes4[5] memory known = [bytes4(0x01ffc9a7), 0x80ac58cd, 0x5b5e139f, 0xb45a3c0e, 0x8c65f84d];
        for (uint256 i; i < 5; ++i) vm.assertTrue(memberships.supportsInterface(known[i]));
        vm.assertFalse(memberships.supportsInterface(0xffffffff));
    }

    function test_views_refuseTokensThatDoNotExist() public {
        uint256 none = memberships.tokenOf(PAYER, Kind.Expert);
        bytes[3] memory calls = [
            abi.encodeCall(memberships.locked, (none)),
            abi.encodeCall(memberships.expiresAt, (none)),
            abi.encodeCall(memberships.isRenewable, (none))
        ];
        bytes memory reason = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, none);
        for (uint256 i; i < 3; ++i) assertRefused(PAYER, address(memberships), calls[i], reason);
        vm.assertFalse(memberships.isMember(PAYER, Kind.Expert));
    }
}
